package app.inbetween.admin.bulk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.hibernate.id.uuid.UuidVersion7Strategy;

import app.inbetween.account.CurrentUser;
import app.inbetween.admin.form.RefusedException;
import app.inbetween.admin.form.TypedForm;
import app.inbetween.admin.person.People;
import app.inbetween.admin.person.Person;
import app.inbetween.database.Sql;
import app.inbetween.ledger.Periods;
import app.inbetween.price.Credits;

/** Writes down who would be given what, so that it can be looked at before it is done. */
@ApplicationScoped
class Drafting {

    @Inject
    People people;
    @Inject
    Periods periods;
    @Inject
    CurrentUser currentUser;
    @Inject
    Clock clock;
    @Inject
    Sql sql;

    /** Those who are meant, and how to call them. */
    private record Audience(String words, List<UUID> people, List<String> unknown) {
    }

    /**
     * @return the id of the draft
     * @throws RefusedException if something was typed wrong, or it is for nobody
     */
    @Transactional
    UUID draft(TypedForm form) {
        Credits amount = form.amount("amount");
        String reason = form.reason();
        Optional<LocalDate> until = form.day("until", periods.today());
        Audience audience = audience(form);
        form.require();
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        Instant end = until.map(day -> periods.startOf(day.plusDays(1))).orElse(null);
        sql.run("""
                INSERT INTO bulk_grant (id, audience, amount, reason, expires_at, unknown, drafted_by, drafted_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """, id, audience.words, amount.millis(), reason, end, audience.unknown.toArray(String[]::new),
                currentUser.id(), clock.instant());
        sql.run("INSERT INTO bulk_grant_person (bulk_grant, user_id) SELECT ?, unnest(?)", id,
                audience.people.toArray(UUID[]::new));
        return id;
    }

    private Audience audience(TypedForm form) {
        Audience audience = switch (form.value("audience")) {
            case "everyone" -> new Audience("everyone", active("true"), List.of());
            case "role" -> new Audience("everyone with the role " + form.value("role"),
                    active("? = ANY(roles)", form.value("role")), List.of());
            case "group" -> new Audience("everyone in the group " + form.value("group"),
                    active("? = ANY(groups)", form.value("group")), List.of());
            default -> listed(form.value("list"));
        };
        if (audience.people.isEmpty()) {
            String complaint = String.join(". ", audience.unknown);
            form.refuse(form.is("audience", "list") ? "list" : "audience",
                    complaint.isEmpty() ? "That is nobody. Choose others, or paste names." : complaint + ".");
        }
        return audience;
    }

    private List<UUID> active(String condition, Object... values) {
        return sql.all("SELECT id FROM app_user WHERE deactivated_at IS NULL AND " + condition, Drafting::id, values);
    }

    private Audience listed(String list) {
        People.Named named = people.named(Arrays.asList(list.split("[,;\\r\\n\\t]")));
        return new Audience("those of a list", named.found().stream().map(Person::id).toList(), named.unknown());
    }

    private static UUID id(ResultSet row) throws SQLException {
        return row.getObject(1, UUID.class);
    }
}
