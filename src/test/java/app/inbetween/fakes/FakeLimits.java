package app.inbetween.fakes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import app.inbetween.provider.RateLimit;

/** What a new account may do at a provider. Whatever went beyond is remembered. */
final class FakeLimits {

    private final Deque<Instant> submissions = new ArrayDeque<>();
    private final Deque<Instant> questions = new ArrayDeque<>();
    private final List<String> overruns = Collections.synchronizedList(new ArrayList<>());
    private final Optional<RateLimit> queries;
    private Optional<RateLimit> submits;
    private int atOnce;
    private boolean lifted;
    private Clock clock = Clock.systemUTC();

    /** @param atOnce tasks that run; what comes on top waits, or is refused */
    FakeLimits(Optional<RateLimit> submits, Optional<RateLimit> queries, int atOnce) {
        this.submits = submits;
        this.queries = queries;
        this.atOnce = atOnce;
    }

    static FakeLimits none() {
        return new FakeLimits(Optional.empty(), Optional.empty(), Integer.MAX_VALUE);
    }

    static FakeLimits of(String submits, String queries, int atOnce) {
        return new FakeLimits(Optional.of(RateLimit.parse(submits)), Optional.of(RateLimit.parse(queries)), atOnce);
    }

    synchronized void keepTimeBy(Clock another) {
        clock = another;
    }

    synchronized void lift() {
        lifted = true;
    }

    synchronized void submits(RateLimit limit) {
        submits = Optional.of(limit);
    }

    synchronized void clear() {
        submissions.clear();
        questions.clear();
        overruns.clear();
    }

    /** What was refused, or had to wait, for going beyond. */
    List<String> overruns() {
        synchronized (overruns) {
            return List.copyOf(overruns);
        }
    }

    /** How long there is no room for one more submission; empty where there is, and then it is taken. */
    synchronized Optional<Duration> submission() {
        return take("submission", submissions, submits);
    }

    /** As {@link #submission}. */
    synchronized Optional<Duration> question() {
        return take("question", questions, queries);
    }

    /** Whether so many tasks are as many as may run. */
    synchronized boolean isFull(long running) {
        return !lifted && running >= atOnce;
    }

    void overrun(String what) {
        overruns.add(what);
    }

    private Optional<Duration> take(String what, Deque<Instant> calls, Optional<RateLimit> limit) {
        if (lifted || limit.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        while (!calls.isEmpty() && !calls.peek().isAfter(now.minus(limit.get().per()))) {
            calls.remove();
        }
        if (calls.size() >= limit.get().calls()) {
            overrun("a " + what + " beyond " + limit.get());
            return Optional.of(Duration.between(now.minus(limit.get().per()), calls.peek()));
        }
        calls.add(now);
        return Optional.empty();
    }
}
