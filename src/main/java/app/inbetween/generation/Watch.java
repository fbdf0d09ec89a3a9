package app.inbetween.generation;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

import org.jboss.logging.Logger.Level;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.DurationConverter;

/** Has the poller ask whenever a job is due, or when somebody says that there is news. */
@ApplicationScoped
class Watch {

    /** More were due than could be asked after at once, and the first answers are in. */
    private static final Duration BEHIND = Duration.ofMillis(5);

    @Inject
    Poller poller;
    @Inject
    Questions questions;
    @Inject
    Alarm alarm;
    @Inject
    GenerationConfig config;
    @Inject
    Clock clock;

    /** Whether this node asks providers how their jobs are doing. */
    volatile boolean on;
    private Thread thread;

    void start(@Observes StartupEvent event) {
        if (!config.pollEvery().equals("off")) {
            on = true;
            thread = new Thread(this::watch, "poller");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        on = false;
        alarm.ring();
        if (thread != null) {
            thread.join(Alarm.LEAST.toMillis() * 20);
        }
    }

    boolean isOn() {
        return on;
    }

    void hear(@Observes(during = TransactionPhase.AFTER_SUCCESS) GenerationDue due) {
        alarm.ring();
    }

    private void watch() {
        Duration most = DurationConverter.parseDuration(config.pollEvery());
        while (on) {
            rest(round(most));
        }
    }

    /** Returns how long to rest afterwards. */
    private Duration round(Duration most) {
        try {
            boolean asked = poller.askDue();
            Duration next = questions.next().map(due -> Duration.between(clock.instant(), due)).orElse(most);
            boolean behind = asked && next.compareTo(Alarm.LEAST.negated()) < 0;
            return behind ? BEHIND : next.compareTo(Alarm.LEAST) < 0 ? Alarm.LEAST : next.compareTo(most) > 0 ? most : next;
        } catch (RuntimeException e) {
            // The database may be away for a moment: whatever is due stays due.
            Log.logf(on ? Level.ERROR : Level.DEBUG, e, "Jobs that are due could not be looked for");
            return most;
        }
    }

    private void rest(Duration pause) {
        try {
            alarm.rest(pause);
        } catch (InterruptedException e) {
            on = false;
        }
    }
}
