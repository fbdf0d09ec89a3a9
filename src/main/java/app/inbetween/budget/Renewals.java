package app.inbetween.budget;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

import app.inbetween.account.UserDescribed;
import app.inbetween.account.UserRegistered;
import app.inbetween.database.Sql;
import app.inbetween.ledger.Grant;
import app.inbetween.ledger.Ledger;
import app.inbetween.ledger.Periods;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/**
 * Gives people this month's allowances, once each, however many nodes do it at the same time. Only ever this month's: who was
 * not there in an earlier one, or when no node was running, is given nothing for it.
 */
@ApplicationScoped
class Renewals {

    private static final int AT_ONCE = 500;
    /** After the ledger has opened the account of somebody new. */
    private static final int AFTER_THE_LEDGER = Interceptor.Priority.APPLICATION + 1000;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

    /** A later month than this one was begun where a clock went back, and is not followed by an earlier one. */
    private static final String NOT_YET = """
            a.ended_at IS NULL AND a.starts_on <= ? AND NOT EXISTS (
              SELECT FROM allowance_given g WHERE g.allowance = a.id AND g.user_id = u.id AND g.month >= ?)
            """;

    static final String DUE = "SELECT DISTINCT u.id FROM allowance a JOIN app_user u ON " + Audience.COVERS + " WHERE "
            + NOT_YET
            + " LIMIT ?";

    /** All of a person's at once and in one order: two nodes that each had one of them would wait for each other. */
    private static final String BEGIN = """
            WITH begun AS (
              INSERT INTO allowance_given (allowance, user_id, month)
              SELECT a.id, u.id, ? FROM allowance a JOIN app_user u ON """ + " " + Audience.COVERS + " WHERE " + NOT_YET + """
              AND u.id = ? ORDER BY a.id ON CONFLICT DO NOTHING RETURNING allowance)
            SELECT a.* FROM allowance a JOIN begun ON begun.allowance = a.id ORDER BY a.created_at, a.id
            """;

    @Inject
    Sql sql;
    @Inject
    Ledger ledger;
    @Inject
    Periods periods;

    @Scheduled(every = "{inbetween.budget.allow-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        renewDue();
    }

    void firstSignIn(@Observes @Priority(AFTER_THE_LEDGER) UserRegistered news) {
        renew(news.user().id);
    }

    void otherRoles(@Observes UserDescribed news) {
        renew(news.user().id);
    }

    void renewDue() {
        List<UUID> due;
        long done;
        do {
            due = due();
            done = due.stream().map(this::renewAlone).filter(Boolean::booleanValue).count();
        } while (due.size() == AT_ONCE && done > 0);
    }

    private List<UUID> due() {
        return sql.all(DUE, row -> row.getObject("id", UUID.class), periods.today(), periods.thisMonth().atDay(1), AT_ONCE);
    }

    private boolean renewAlone(UUID user) {
        try {
            QuarkusTransaction.requiringNew().run(() -> renew(user));
            return true;
        } catch (RuntimeException e) {
            Log.errorf(e, "The allowances of user %s are not given yet", user);
            return false;
        }
    }

    private void renew(UUID user) {
        LocalDate today = periods.today();
        LocalDate month = today.withDayOfMonth(1);
        sql.all(BEGIN, Allowance::read, month, today, month, user).forEach(rule -> renew(rule, user, YearMonth.from(today)));
    }

    private void renew(Allowance rule, UUID user, YearMonth month) {
        Grant grant = Grant.of(user, rule.amount(), rule.name() + ", " + month.format(MONTH),
                "allowance:" + rule.id() + ":" + user + ":" + month).under(rule.id());
        Instant end = periods.endOf(month);
        ledger.renew(rule.isKept() ? grant : grant.until(end), rule.rollover());
    }
}
