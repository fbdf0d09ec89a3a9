package app.inbetween.admin.dashboard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.database.Sql;
import app.inbetween.ledger.ProviderCosts;
import app.inbetween.price.Credits;
import app.inbetween.price.Money;
import app.inbetween.web.Formats;

/** Gathers what does not get on without an administrator, the gravest first. */
@ApplicationScoped
class Concerns {

    static final int CLIPS = 5;
    static final int REQUESTS = 4;

    static final String STUCK = """
            SELECT g.id, g.title, g.state, g.held, g.provider, g.created_at, u.name FROM generation g
            JOIN app_user u ON u.id = g.owner
            WHERE g.state IN ('NEEDS_ATTENTION', 'UNKNOWN') AND g.finished_at IS NULL ORDER BY g.created_at LIMIT ?
            """;
    static final String STUCK_COUNT = """
            SELECT count(*) FROM generation WHERE state IN ('NEEDS_ATTENTION', 'UNKNOWN') AND finished_at IS NULL
            """;
    static final String ASKED = """
            SELECT r.amount, r.reason, u.name, count(*) OVER () AS open FROM credit_request r
            JOIN app_user u ON u.id = r.user_id WHERE r.state = 'OPEN' ORDER BY r.created_at LIMIT ?
            """;

    @Inject
    Sql sql;
    @Inject
    ProviderCosts costs;
    @Inject
    ModelNames names;
    @Inject
    BookState books;

    /**
     * @param shown the gravest of each sort
     * @param total how many there are
     */
    record All(List<Concern> shown, int total) {
    }

    private record Budget(String provider, Money limit) {
    }

    All now(Optional<BookState.Check> check) {
        List<Concern> findings = check.filter(it -> it.findings() > 0).map(this::finding).stream().toList();
        List<Concern> budgets = budgets();
        List<Concern> clips = sql.all(STUCK, this::clip, CLIPS);
        int stuck = sql.one(STUCK_COUNT, row -> row.getInt(1));
        List<Integer> open = new ArrayList<>(List.of(0));
        List<Concern> requests = sql.all(ASKED, row -> {
            open.set(0, row.getInt("open"));
            return request(row);
        }, REQUESTS);
        return new All(Stream.of(findings, budgets, clips, more(stuck - clips.size(), "clip", "/admin/jobs?state=attention"),
                requests, more(open.get(0) - requests.size(), "request", "/admin/requests")).flatMap(List::stream).toList(),
                findings.size() + budgets.size() + stuck + open.get(0));
    }

    private Concern finding(BookState.Check check) {
        return new Concern("bad", "bad", "The books do not balance", "The check of " + books.when(check) + " found "
                + (check.findings() == 1 ? "one thing that must not be." : check.findings() + " things that must not be."),
                "Look at the findings", "/admin/books");
    }

    private List<Concern> budgets() {
        return sql.all("SELECT provider, daily_dollar_micros FROM provider_budget ORDER BY provider",
                row -> new Budget(row.getString(1), Money.dollars(row.getLong(2)))).stream()
                .flatMap(budget -> spent(budget).stream()).toList();
    }

    private Optional<Concern> spent(Budget budget) {
        Money today = costs.today(budget.provider);
        return today.micros() < budget.limit.micros() ? Optional.empty()
                : Optional.of(new Concern("warn", "warn", names.ofProvider(budget.provider) + " has used up its day",
                        Ratio.cents(today) + " of the " + Ratio.cents(budget.limit)
                                + " it may cost; what is asked of it waits for tomorrow.",
                        "Change its budget", "/admin/rules"));
    }

    private Concern clip(ResultSet row) throws SQLException {
        boolean unknown = row.getString("state").equals("UNKNOWN");
        String since = Formats.exact(Sql.instant(row, "created_at").orElseThrow());
        return new Concern("warn", unknown ? "unknown" : "warn",
                row.getString("title") + (unknown ? ": outcome unknown" : ": not delivered"),
                names.ofProvider(row.getString("provider")) + ", " + Credits.ofMillis(row.getLong("held")) + " credits of "
                        + row.getString("name") + " held since " + since,
                "Decide", "/admin/jobs/" + row.getString("id"));
    }

    private Concern request(ResultSet row) throws SQLException {
        return new Concern("tip", "user",
                row.getString("name") + " asks for " + Credits.ofMillis(row.getLong("amount")) + " credits",
                "“" + row.getString("reason") + "”", "Decide", "/admin/requests");
    }

    private static List<Concern> more(int number, String noun, String href) {
        return number <= 0 ? List.of()
                : List.of(new Concern("tip", "more", "And " + Formats.count(number, noun) + " more", "The oldest are above.",
                        "See all", href));
    }
}
