package app.inbetween;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/** The clock of all tests: the real time until it is set or advanced, then standing still until it is moved or reset. */
@Alternative
@Priority(1)
@ApplicationScoped
public class SettableClock extends Clock {

    private volatile Instant stoppedAt;

    public void set(Instant instant) {
        stoppedAt = instant;
    }

    public void advance(Duration duration) {
        stoppedAt = instant().plus(duration);
    }

    public void reset() {
        stoppedAt = null;
    }

    @Override
    public Instant instant() {
        Instant stopped = stoppedAt;
        return stopped == null ? Instant.now() : stopped;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Tests live in UTC");
    }
}
