package app.inbetween.admin.person;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;

import app.inbetween.database.Sql;
import app.inbetween.ledger.Periods;
import app.inbetween.price.Credits;
import app.inbetween.web.Slice;

/** Everybody, with their credits. */
@ApplicationScoped
class Roster {

    static final int PAGE = 50;

    private static final String PEOPLE = """
            WITH s AS (
              SELECT user_id, sum(captured - refunded) AS spent FROM (
                SELECT user_id, captured, refunded FROM spend_month WHERE month = ?
                UNION ALL SELECT user_id, captured, refunded FROM spend_delta WHERE day >= ? AND day < ?) moved GROUP BY user_id
            )
            SELECT u.*, coalesce(a.available, 0) AS available, coalesce(a.held, 0) AS held, coalesce(s.spent, 0) AS spent,
              (SELECT max(e.at) FROM credit_entry e WHERE e.user_id = u.id) AS moved_at, %s AS sort_key
            FROM app_user u LEFT JOIN credit_account a ON a.user_id = u.id LEFT JOIN s ON s.user_id = u.id
            WHERE (lower(u.name) LIKE ? OR lower(u.email) LIKE ?) AND (? = '' OR ? = ANY(u.roles)) AND (? = '' OR ? = ANY(u.groups))
              AND (? = '' OR (u.deactivated_at IS NULL) = (? = 'active'))
            """;

    @Inject
    Sql sql;
    @Inject
    Periods periods;

    /**
     * @param spent this month, less what was given back
     * @param cursor where the page after this row begins
     */
    public record Row(Person person, Credits free, Credits held, Credits spent, Optional<Instant> movedAt, String cursor) {

        static Row read(ResultSet row) throws SQLException {
            Person person = Person.read(row);
            return new Row(person, Credits.ofMillis(row.getLong("available")), Credits.ofMillis(row.getLong("held")),
                    Credits.ofMillis(row.getLong("spent")), Sql.instant(row, "moved_at"),
                    person.id() + row.getString("sort_key"));
        }
    }

    Slice<Row> page(RosterFilter filter) {
        RosterOrder order = filter.order();
        List<Object> values = new ArrayList<>(values(filter));
        String after = filter.after().map(cursor -> {
            values.add(order == RosterOrder.NAME ? cursor.substring(Math.min(36, cursor.length())) : number(cursor));
            values.add(id(cursor));
            return " AND " + order.isAfter();
        }).orElse("");
        List<Row> found = sql.all(people(order) + after + " ORDER BY " + order.inOrder() + " LIMIT " + (PAGE + 1), Row::read,
                values.toArray());
        return Slice.of(found, PAGE, Row::cursor);
    }

    /** Needs a transaction. */
    void each(RosterFilter filter, Sql.RowSink sink) {
        sql.each(people(filter.order()) + " ORDER BY " + filter.order().inOrder(), sink, values(filter).toArray());
    }

    private static String people(RosterOrder order) {
        return PEOPLE.formatted(order.key);
    }

    private List<Object> values(RosterFilter filter) {
        Date month = Date.valueOf(periods.thisMonth().atDay(1));
        String like = "%" + filter.find().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
        return List.of(month, month, Date.valueOf(periods.thisMonth().plusMonths(1).atDay(1)), like, like, filter.role(),
                filter.role(), filter.group(), filter.group(), filter.state(), filter.state());
    }

    private static UUID id(String cursor) {
        try {
            return UUID.fromString(cursor.substring(0, Math.min(36, cursor.length())));
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }

    private static String number(String cursor) {
        String number = cursor.substring(Math.min(36, cursor.length()));
        if (!number.matches("-?\\d{1,18}")) {
            throw new NotFoundException();
        }
        return number;
    }
}
