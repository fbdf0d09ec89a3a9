package app.inbetween.generation;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

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

    /** Those that are due in so short a time go together. */
    private static final Duration LEAST = Duration.ofMillis(50);
    /** More were due than could be asked after at once, and the first answers are in. */
    private static final Duration BEHIND = Duration.ofMillis(5);

    @Inject
    Poller poller;
    @Inject
    Questions questions;
    @Inject
    GenerationConfig config;
    @Inject
    Clock clock;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private boolean woken;
    private volatile boolean stopped;
    private volatile Thread thread;

    void start(@Observes StartupEvent event) {
        if (!config.pollEvery().equals("off")) {
            thread = new Thread(this::watch, "poller");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        wake();
        if (thread != null) {
            thread.join(LEAST.toMillis() * 20);
        }
    }

    void hear(@Observes(during = TransactionPhase.AFTER_SUCCESS) GenerationDue due) {
        wake();
    }

    void wake() {
        lock.lock();
        try {
            woken = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void watch() {
        Duration most = DurationConverter.parseDuration(config.pollEvery());
        while (!stopped) {
            rest(round(most));
        }
    }

    /** Returns how long to rest afterwards. */
    private Duration round(Duration most) {
        try {
            boolean asked = poller.askDue();
            Duration next = questions.next().map(due -> Duration.between(clock.instant(), due)).orElse(most);
            boolean behind = asked && next.compareTo(LEAST.negated()) < 0;
            return behind ? BEHIND : next.compareTo(LEAST) < 0 ? LEAST : next.compareTo(most) > 0 ? most : next;
        } catch (RuntimeException e) {
            // The database may be away for a moment: whatever is due stays due.
            Log.logf(stopped ? Level.DEBUG : Level.ERROR, e, "Jobs that are due could not be looked for");
            return most;
        }
    }

    private void rest(Duration pause) {
        lock.lock();
        try {
            long left = pause.toNanos();
            while (!woken && left > 0) {
                left = news.awaitNanos(left);
            }
            woken = false;
        } catch (InterruptedException e) {
            stopped = true;
        } finally {
            lock.unlock();
        }
    }
}
