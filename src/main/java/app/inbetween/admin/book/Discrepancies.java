package app.inbetween.admin.book;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.database.Sql;

/** What a check of the books found, with names. */
@ApplicationScoped
class Discrepancies {

    private static final String ALL = """
            SELECT f.rule, f.user_id, u.name AS person, f.generation_id, g.title, f.detail, f.nth, f.total
            FROM (SELECT *, row_number() OVER (PARTITION BY rule ORDER BY id) AS nth, count(*) OVER (PARTITION BY rule) AS total
              FROM book_finding WHERE book_check = ?) f
            LEFT JOIN app_user u ON u.id = f.user_id LEFT JOIN generation g ON g.id = f.generation_id
            WHERE f.nth <= ? ORDER BY f.rule, f.nth""";

    @Inject
    Sql sql;

    /** One of them, and how many of its rule there are. */
    record Counted(Discrepancy discrepancy, int total) {
    }

    /** @param each how many of a rule at most */
    List<Counted> of(UUID check, int each) {
        return sql.all(ALL, row -> new Counted(Discrepancy.read(row), row.getInt("total")), check, each);
    }
}
