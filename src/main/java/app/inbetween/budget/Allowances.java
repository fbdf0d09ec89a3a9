package app.inbetween.budget;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import app.inbetween.database.Sql;
import app.inbetween.price.Credits;

/** The rules by which people are given credits each month. What they give is never edited: end one and add another. */
@ApplicationScoped
public class Allowances {

    private static final int NAMED = 20;
    private static final String PLANNED = "(SELECT CAST(? AS text) AS applies_to, CAST(? AS text) AS claim)";

    @Inject
    Sql sql;
    @Inject
    Clock clock;

    /**
     * A rule and whom it covers now.
     *
     * @param people how many
     */
    public record Reach(Allowance allowance, int people) {

        /** What the people it covers now are given in a month, all together. */
        public Credits monthly() {
            return allowance.amount().times(people);
        }
    }

    /** Somebody a rule covers, and what they have free to spend now. */
    public record Covered(UUID user, String name, Credits available) {
    }

    /** In force now or later, oldest first. */
    public List<Reach> running() {
        return sql.all("SELECT a.*, (SELECT count(*) FROM app_user u WHERE " + Audience.COVERS + """
                ) AS people FROM allowance a WHERE ended_at IS NULL ORDER BY created_at, id
                """, row -> new Reach(Allowance.read(row), row.getInt("people")));
    }

    /** What a rule would come to that is not there yet. */
    public Reach reachOf(Allowance planned) {
        return new Reach(planned, sql.one("SELECT count(*) FROM app_user u, " + PLANNED + " a WHERE " + Audience.COVERS,
                row -> row.getInt(1), planned.audience().kind(), planned.audience().claim()));
    }

    /** The first of those an audience has now, by name. */
    public List<Covered> covered(Audience audience) {
        return sql.all("SELECT u.id, u.name, c.available FROM app_user u JOIN credit_account c ON c.user_id = u.id, " + PLANNED
                + " a WHERE " + Audience.COVERS + " ORDER BY lower(u.name), u.id LIMIT ?",
                row -> new Covered(row.getObject("id", UUID.class), row.getString("name"),
                        Credits.ofMillis(row.getLong("available"))),
                audience.kind(), audience.claim(), NAMED);
    }

    /** The roles and groups that people were seen to have, for choosing among them. */
    public List<String> claims() {
        return sql.all("""
                SELECT DISTINCT claim FROM app_user CROSS JOIN LATERAL unnest(roles || groups) AS claim ORDER BY claim LIMIT 100
                """, row -> row.getString("claim"));
    }

    /** @return whether it was added now, and not before */
    @Transactional
    public boolean add(Allowance allowance, UUID by) {
        return sql.run("""
                INSERT INTO allowance (id, name, applies_to, claim, amount, rollover_cap, starts_on, created_at, created_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
                """, allowance.id(), allowance.name(), allowance.audience().kind(), allowance.audience().claim(),
                allowance.amount().millis(), allowance.rollover().millis(), allowance.startsOn(), clock.instant(), by) == 1;
    }

    /**
     * From now on it gives nothing more; what it gave stays with people as it is.
     *
     * @return what was ended, empty where there is no such rule any more
     */
    @Transactional
    public Optional<Allowance> end(UUID id) {
        return sql.first("UPDATE allowance SET ended_at = ? WHERE id = ? AND ended_at IS NULL RETURNING *", Allowance::read,
                clock.instant(), id);
    }
}
