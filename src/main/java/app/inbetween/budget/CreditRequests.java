package app.inbetween.budget;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.hibernate.id.uuid.UuidVersion7Strategy;

import app.inbetween.account.Administrators;
import app.inbetween.database.Sql;
import app.inbetween.ledger.Grant;
import app.inbetween.ledger.Ledger;
import app.inbetween.ledger.Periods;
import app.inbetween.ledger.Source;
import app.inbetween.notice.Notices;
import app.inbetween.notice.Tone;
import app.inbetween.price.Credits;

/** People ask for credits, one request at a time, and administrators decide. Both are told. */
@ApplicationScoped
public class CreditRequests {

    @Inject
    Sql sql;
    @Inject
    Ledger ledger;
    @Inject
    Notices notices;
    @Inject
    Administrators administrators;
    @Inject
    Periods periods;
    @Inject
    Clock clock;

    /** @throws java.util.NoSuchElementException if there is none */
    public CreditRequest existing(UUID id) {
        return find(id).orElseThrow();
    }

    public Optional<CreditRequest> find(UUID id) {
        return sql.first(CreditRequest.SELECT + "WHERE r.id = ?", CreditRequest::read, id);
    }

    public Optional<CreditRequest> openOf(UUID user) {
        return sql.first(CreditRequest.SELECT + "WHERE r.user_id = ? AND r.state = 'OPEN'", CreditRequest::read, user);
    }

    /** What a person last asked for, newest first. */
    public List<CreditRequest> of(UUID user) {
        return sql.all(CreditRequest.SELECT + "WHERE r.user_id = ? ORDER BY r.created_at DESC LIMIT 10", CreditRequest::read,
                user);
    }

    /**
     * @param amount above zero
     * @throws RequestOpenException if the person waits for an answer already
     */
    @Transactional
    public void ask(UUID user, Credits amount, String reason, Optional<LocalDate> neededUntil) {
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        int added = sql.run("""
                INSERT INTO credit_request (id, user_id, amount, reason, needed_until, created_at) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (user_id) WHERE state = 'OPEN' DO NOTHING
                """, id, user, amount.millis(), reason, neededUntil.orElse(null), clock.instant());
        if (added == 0) {
            throw new RequestOpenException(openOf(user).orElseThrow());
        }
        String title = existing(id).name() + " asks for " + amount + " credits";
        administrators.ids().forEach(admin -> notices.tell(admin, key(id), Tone.TIP, title, reason, "/admin/requests"));
    }

    /** @return whether it was open, and this person's */
    @Transactional
    public boolean withdraw(UUID user, UUID id) {
        boolean withdrawn = sql.run("""
                UPDATE credit_request SET state = 'WITHDRAWN', decided_at = ? WHERE id = ? AND user_id = ? AND state = 'OPEN'
                """, clock.instant(), id, user) == 1;
        if (withdrawn) {
            notices.settle(administrators.ids(), key(id));
        }
        return withdrawn;
    }

    /**
     * Decides on a request, and gives what is granted.
     *
     * @throws RequestDecidedException if it is not open any more
     */
    @Transactional
    public CreditRequest decide(Answer answer) {
        int decided = sql.run("""
                UPDATE credit_request SET state = ?, granted = ?, granted_until = ?, answer = ?, decided_by = ?, decided_at = ?
                WHERE id = ? AND state = 'OPEN'
                """, answer.state(), answer.isYes() ? answer.granted().millis() : null, answer.until().orElse(null),
                answer.word(), answer.by(), clock.instant(), answer.request());
        CreditRequest request = existing(answer.request());
        if (decided == 0) {
            throw new RequestDecidedException(request);
        }
        if (answer.isYes()) {
            grant(request, answer);
        }
        notices.settle(administrators.ids(), key(request.id()));
        tell(request, answer);
        return request;
    }

    private void grant(CreditRequest request, Answer answer) {
        Grant grant = Grant.of(request.user(), answer.granted(), answer.word().isBlank() ? request.reason() : answer.word(),
                key(request.id())).by(answer.by()).from(Source.REQUEST);
        ledger.grant(answer.until().map(day -> grant.until(periods.startOf(day.plusDays(1)))).orElse(grant));
    }

    private void tell(CreditRequest request, Answer answer) {
        String said = answer.word().isBlank() ? "" : ": " + answer.word();
        if (answer.isYes()) {
            notices.tell(request.user(), key(request.id()), Tone.GOOD, request.decider() + " granted you "
                    + (answer.granted().equals(request.amount()) ? "the " : answer.granted() + " of the ")
                    + request.amount() + " credits you asked for" + said, Days.useUntil(answer.until()), "/credits");
        } else {
            notices.tell(request.user(), key(request.id()), Tone.WARN, request.decider() + " declined the "
                    + request.amount() + " credits you asked for" + said, "", "/credits/requests");
        }
    }

    private static String key(UUID request) {
        return "request:" + request;
    }
}
