package app.inbetween.admin.audit;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.hibernate.id.uuid.UuidVersion7Strategy;

import app.inbetween.account.CurrentUser;
import app.inbetween.database.Sql;
import io.vertx.core.http.HttpServerRequest;

/** Notes what an administrator does, in the transaction that does it: one is never without the other. */
@RequestScoped
public class Audit {

    @Inject
    CurrentUser currentUser;
    @Inject
    HttpServerRequest request;
    @Inject
    Sql sql;
    @Inject
    Clock clock;

    /**
     * @param action in the past, such as {@code Granted credits}
     * @param subject whom it concerned
     * @param object what it concerned, in words; may be empty
     * @param before what was so, in words; may be empty
     * @param after what is so now, in words; may be empty
     * @param reason what the administrator said; may be empty
     */
    @Transactional(MANDATORY)
    public void record(String action, Optional<UUID> subject, String object, String before, String after, String reason) {
        sql.run("""
                INSERT INTO audit_entry (id, at, actor, action, subject, object, before, after, reason, address)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, UuidVersion7Strategy.INSTANCE.generateUuid(null), clock.instant(), currentUser.id(), action,
                subject.orElse(null), object, before, after, reason, address());
    }

    private String address() {
        return request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
    }
}
