package app.inbetween.admin.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.database.Sql;
import app.inbetween.ledger.Periods;
import app.inbetween.web.Slice;

/** What administrators did, newest first. */
@ApplicationScoped
class AuditTrail {

    static final int PAGE = 50;

    @Inject
    Sql sql;
    @Inject
    Periods periods;

    /** A query that is put together piece by piece, each with its values. */
    private static final class Wanted {

        final StringBuilder where = new StringBuilder();
        final List<Object> values = new ArrayList<>();

        Wanted and(String condition, Object... of) {
            where.append(where.length() == 0 ? " WHERE " : " AND ").append(condition);
            values.addAll(List.of(of));
            return this;
        }

        String query() {
            return """
                    SELECT a.*, actor.name AS actor_name, subject.name AS subject_name FROM audit_entry a
                    JOIN app_user actor ON actor.id = a.actor LEFT JOIN app_user subject ON subject.id = a.subject
                    """ + where + " ORDER BY a.at DESC, a.id DESC";
        }
    }

    Slice<AuditEntry> page(AuditFilter filter) {
        Wanted wanted = wanted(filter);
        filter.before().ifPresent(id -> wanted
                .and("(a.at, a.id) < (SELECT at, id FROM audit_entry WHERE id = ?)", id));
        return Slice.of(sql.all(wanted.query() + " LIMIT " + (PAGE + 1), AuditEntry::read, wanted.values.toArray()), PAGE,
                AuditEntry::id);
    }

    /** Needs a transaction. */
    void each(AuditFilter filter, Sql.RowSink sink) {
        Wanted wanted = wanted(filter);
        sql.each(wanted.query(), sink, wanted.values.toArray());
    }

    List<String> actions() {
        return sql.all("SELECT DISTINCT action FROM audit_entry ORDER BY action", row -> row.getString(1));
    }

    private Wanted wanted(AuditFilter filter) {
        Wanted wanted = new Wanted();
        person(wanted, "actor", filter.actor());
        person(wanted, "subject", filter.subject());
        if (!filter.action().isEmpty()) {
            wanted.and("a.action = ?", filter.action());
        }
        filter.firstDay().ifPresent(day -> wanted.and("a.at >= ?", periods.startOf(day)));
        filter.lastDay().map(day -> periods.startOf(day.plusDays(1)))
                .ifPresent(end -> wanted.and("a.at < ?", end));
        return wanted;
    }

    private static void person(Wanted wanted, String who, String text) {
        String like = "%" + text.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
        AuditFilter.id(text).ifPresentOrElse(id -> wanted.and("a." + who + " = ?", id), () -> {
            if (!text.isEmpty()) {
                wanted.and("(lower(" + who + ".name) LIKE ? OR lower(" + who + ".email) LIKE ?)", like, like);
            }
        });
    }
}
