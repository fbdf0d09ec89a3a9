package app.inbetween.books;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hibernate.id.uuid.UuidVersion7Strategy;

import app.inbetween.database.Columns;
import app.inbetween.database.Sql;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** The checks of the books that were made, and making another. */
@ApplicationScoped
public class Checks {

    /** The name of the lock whoever checks holds, in two parts. */
    private static final int[] LOCK = { 0x626F6F6B, 1 };

    @Inject
    Inspector inspector;
    @Inject
    Alarm alarm;
    @Inject
    BooksConfig config;
    @Inject
    Sql sql;
    @Inject
    Clock clock;

    /**
     * Checks the books, unless somebody is at it already.
     *
     * @param askedBy empty for the nightly one
     * @return the check, empty if another one is under way on some node
     */
    public Optional<Check> run(Optional<UUID> askedBy) {
        return underLock(() -> Optional.of(make(askedBy)));
    }

    /** As {@link #run}, unless there has been a check since then. */
    Optional<Check> runUnlessSince(Instant due) {
        return underLock(() -> last().filter(check -> !check.started().isBefore(due)).isPresent() ? Optional.empty()
                : Optional.of(make(Optional.empty())));
    }

    public Optional<Check> last() {
        return sql.first("SELECT * FROM book_check ORDER BY started_at DESC, id DESC LIMIT 1", Check::read);
    }

    public Optional<Check> of(UUID id) {
        return sql.first("SELECT * FROM book_check WHERE id = ?", Check::read, id);
    }

    /** Newest first. */
    public List<Check> newest(int count) {
        return sql.all("SELECT * FROM book_check ORDER BY started_at DESC, id DESC LIMIT ?", Check::read, count);
    }

    public List<Finding> findings(UUID check) {
        return sql.all("SELECT * FROM book_finding WHERE book_check = ? ORDER BY rule, id", Finding::read, check);
    }

    /** Whether some node is checking now. */
    public boolean isUnderWay() {
        return sql.one("""
                SELECT EXISTS (SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid = l.database
                  WHERE l.locktype = 'advisory' AND d.datname = current_database() AND l.classid = ? AND l.objid = ?)
                """, row -> row.getBoolean(1), LOCK[0], LOCK[1]);
    }

    private Optional<Check> underLock(Supplier<Optional<Check>> work) {
        // The lock goes with its transaction, even if this process does too.
        return QuarkusTransaction.requiringNew().timeout((int) config.patience().toSeconds()).call(
                () -> sql.one("SELECT pg_try_advisory_xact_lock(?, ?)", row -> row.getBoolean(1), LOCK[0], LOCK[1])
                        ? work.get()
                        : Optional.empty());
    }

    private Check make(Optional<UUID> askedBy) {
        Instant started = clock.instant();
        List<Finding> findings = inspector.inspect();
        Check check = new Check(UuidVersion7Strategy.INSTANCE.generateUuid(null), askedBy, started, clock.instant(),
                findings.size());
        store(check, findings);
        Log.infof("The books were checked: %d findings", findings.size());
        alarm.raise(check, findings);
        return check;
    }

    private void store(Check check, Collection<Finding> findings) {
        sql.run("INSERT INTO book_check (id, asked_by, started_at, finished_at, findings) VALUES (?, ?, ?, ?, ?)", check.id(),
                check.askedBy().orElse(null), check.started(), check.finished(), check.findings());
        sql.run("""
                INSERT INTO book_finding (id, book_check, rule, user_id, generation_id, detail)
                SELECT gen_random_uuid(), ?, n.rule, n.user_id, n.generation_id, n.detail
                FROM unnest(?::text[], ?::uuid[], ?::uuid[], ?::text[]) AS n(rule, user_id, generation_id, detail)
                """, Stream.concat(Stream.of(check.id()), Columns.of(findings)
                .text(Finding::rule).uuid(it -> it.user().orElse(null)).uuid(it -> it.generation().orElse(null))
                .text(Finding::detail).arrays()).toArray());
    }
}
