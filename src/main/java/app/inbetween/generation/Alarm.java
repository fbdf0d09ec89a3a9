package app.inbetween.generation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Ends the rest of whoever looks for due work: when it is over, when work is expected, or when somebody rings. */
@ApplicationScoped
class Alarm {

    /** What is expected in so short a time goes together. */
    static final Duration LEAST = Duration.ofMillis(50);

    @Inject
    Clock clock;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private boolean rung;
    /** By {@link System#nanoTime}; the soonest of all that is expected. */
    private long expected;
    private boolean expecting;

    /** There is work now. */
    void ring() {
        lock.lock();
        try {
            rung = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** There will be work then. */
    void expect(Instant due) {
        long then = System.nanoTime() + Duration.between(clock.instant(), due).toNanos();
        lock.lock();
        try {
            if (!expecting || then - expected < 0) {
                expecting = true;
                expected = then;
                news.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Rests so long at most; what was expected meanwhile is not expected any more afterwards. */
    void rest(Duration most) throws InterruptedException {
        long begin = System.nanoTime();
        lock.lock();
        try {
            for (long left = left(begin, most); !rung && left > 0; left = left(begin, most)) {
                news.await(left, TimeUnit.NANOSECONDS);
            }
            rung = false;
            expecting = expecting && expected - System.nanoTime() > 0;
        } finally {
            lock.unlock();
        }
    }

    private long left(long begin, Duration most) {
        long rest = most.toNanos();
        if (expecting) {
            rest = Math.min(rest, Math.max(expected - begin, Math.min(rest, LEAST.toNanos())));
        }
        return begin + rest - System.nanoTime();
    }
}
