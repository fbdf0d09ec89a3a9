package app.inbetween.generation.pace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import app.inbetween.database.Sql;
import app.inbetween.provider.Checkup;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import io.quarkus.logging.Log;

/**
 * Leaves a provider alone that has trouble: it is handed nothing, and clips wait, until a question that costs nothing says that
 * it is well. Then it is on probation: the first failure opens the breaker again, the first job it takes ends the trouble. What
 * such a question cannot see, only a job can tell: one every five minutes is refused, which costs nothing, and waits on.
 */
@ApplicationScoped
public class Breaker {

    /** In a row on one lane, within the window. */
    static final int FAILURES = 5;
    static final Duration WINDOW = Duration.ofMinutes(2);
    static final Backoff PROBES = new Backoff(Duration.ofSeconds(15), Duration.ofMinutes(10));
    /** A node that was stopped over a probe is not waited for longer than any answer takes. */
    private static final Duration PROBE = Duration.ofMinutes(2);
    /** How long a refusal is believed rather than a free question that may not see what was refused. */
    public static final Duration DOUBT = Duration.ofMinutes(5);
    /** Nothing that passes by itself: one is enough. */
    private static final Set<Reason> GRAVE = EnumSet.of(Reason.PROVIDER_AUTH, Reason.PROVIDER_BALANCE);

    @Inject
    Sql sql;
    @Inject
    Lanes lanes;
    @Inject
    DatabaseTime time;
    @Inject
    TroubleAlarm alarm;

    private record Patient(int probes, Instant since, Instant opened, Reason reason) {

        static final Patient WELL = new Patient(0, Instant.EPOCH, Instant.EPOCH, Reason.PROVIDER_TRANSIENT);

        static Patient read(ResultSet row) throws SQLException {
            return new Patient(row.getInt("probes"), Sql.instant(row, "trouble_since").orElse(Instant.EPOCH),
                    Sql.instant(row, "opened_at").orElse(Instant.EPOCH),
                    Optional.ofNullable(row.getString("reason")).map(Reason::valueOf).orElse(WELL.reason));
        }

        /** A refused key shows in any question; an empty balance only where the answer tells it, and not once it misled. */
        boolean isBelieved(Checkup checkup) {
            boolean seen = reason != Reason.PROVIDER_BALANCE || checkup.balance().isPresent();
            return !isGrave(reason) || seen && !opened.isAfter(since);
        }
    }

    public boolean isOpen(String provider) {
        return open().contains(provider);
    }

    /** Those that are left alone. */
    public Set<String> open() {
        return sql.all("SELECT provider FROM provider_health WHERE opened_at IS NOT NULL", row -> row.getString(1)).stream()
                .collect(Collectors.toSet());
    }

    /** It could not be reached, or gave no usable answer. */
    @Transactional
    public void failed(String provider, Lane lane, String error) {
        int failures = lanes.failed(provider, lane, WINDOW);
        note(provider, error);
        // However long ago the last failure is: on probation nothing has shown that it is well.
        if (failures >= FAILURES || lane == Lane.SUBMIT && isTroubled(provider)) {
            open(provider, Reason.PROVIDER_TRANSIENT);
        }
    }

    /** It refused a job; whether that says anything about others too is seen from the reason. */
    @Transactional
    public void refused(String provider, Failure failure) {
        if (isGrave(failure.reason())) {
            note(provider, failure.detail());
            open(provider, failure.reason());
        } else if (!isGrave(patient(provider).reason)) {
            // What it says of one job does not tell that it would have taken another.
            worked(provider, Lane.SUBMIT);
        }
    }

    /** Whether it is left alone, or has not taken a job since. */
    public boolean isTroubled(String provider) {
        return sql
                .first("SELECT 1 FROM provider_health WHERE provider = ? AND trouble_since IS NOT NULL", row -> true, provider)
                .isPresent();
    }

    /** Whether it says that nothing is taken from us, whatever the job. */
    public static boolean isGrave(Reason reason) {
        return GRAVE.contains(reason);
    }

    /** It gave a usable answer. In one transaction: were only the failures forgotten, the trouble would stay. */
    @Transactional
    public void worked(String provider, Lane lane) {
        if (lanes.worked(provider, lane) && lane == Lane.SUBMIT) {
            recovered(provider);
        }
    }

    /** Claims the probes that are due, so that no other node makes them. */
    @Transactional
    List<String> toProbe() {
        Instant now = time.now();
        return sql.all("""
                UPDATE provider_health SET probing_until = ?
                WHERE probe_at <= ? AND (probing_until IS NULL OR probing_until <= ?)
                RETURNING provider
                """, row -> row.getString(1), now.plus(PROBE), now, now);
    }

    @Transactional
    void probed(String provider, Checkup checkup) {
        Patient patient = patient(provider);
        Instant undoubted = patient.opened.plus(DOUBT);
        if (!checkup.isHealthy()) {
            note(provider, checkup.words());
            probeAgain(provider, nextProbe(provider));
            checkup.trouble().filter(Breaker::isGrave).ifPresent(reason -> open(provider, reason));
        } else if (patient.isBelieved(checkup) || !undoubted.isAfter(time.now())) {
            onProbation(provider);
        } else {
            probeAgain(provider, undoubted);
        }
    }

    /** Somebody who may have mended it has asked it: that is believed at once. */
    @Transactional
    public void tested(String provider, Checkup checkup) {
        if (checkup.isHealthy() && isOpen(provider)) {
            onProbation(provider);
        }
    }

    private void probeAgain(String provider, Instant then) {
        sql.run("UPDATE provider_health SET probe_at = ?, probing_until = NULL, probes = probes + 1 WHERE provider = ?", then,
                provider);
    }

    private void onProbation(String provider) {
        Log.infof("%s says it is well and is handed a clip again", provider);
        lanes.onProbation(provider, FAILURES - 1);
        sql.run("""
                UPDATE provider_health SET opened_at = NULL, probe_at = NULL, probing_until = NULL, probes = probes + 1
                WHERE provider = ?
                """, provider);
    }

    private void open(String provider, Reason reason) {
        Instant now = time.now();
        boolean grave = isGrave(reason);
        int opened = sql.run("""
                UPDATE provider_health SET probe_at = coalesce(probe_at, ?), opened_at = coalesce(opened_at, ?),
                  trouble_since = coalesce(trouble_since, ?), reason = ?
                WHERE provider = ? AND (opened_at IS NULL OR ? AND reason <> ?)
                """, nextProbe(provider), now, now, reason, provider, grave, reason);
        if (opened > 0) {
            Log.warnf("%s is handed nothing for now: %s", provider, reason);
            if (grave) {
                alarm.sound(provider, reason, patient(provider).since());
            }
        }
    }

    @Transactional
    void recovered(String provider) {
        Instant since = patient(provider).since();
        if (sql.run("""
                UPDATE provider_health SET reason = NULL, trouble_since = NULL, probes = 0
                WHERE provider = ? AND opened_at IS NULL AND trouble_since IS NOT NULL
                """, provider) > 0) {
            GRAVE.forEach(reason -> alarm.settle(provider, reason, since));
        }
    }

    private void note(String provider, String error) {
        sql.run("""
                INSERT INTO provider_health (provider, last_error, last_error_at) VALUES (?, ?, ?)
                ON CONFLICT (provider) DO UPDATE SET last_error = excluded.last_error, last_error_at = excluded.last_error_at
                """, provider, error, time.now());
    }

    private Instant nextProbe(String provider) {
        return time.now().plus(PROBES.pause(patient(provider).probes()));
    }

    private Patient patient(String provider) {
        return sql.first("SELECT * FROM provider_health WHERE provider = ?", Patient::read, provider).orElse(Patient.WELL);
    }
}
