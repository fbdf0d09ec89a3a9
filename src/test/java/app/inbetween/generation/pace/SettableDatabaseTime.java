package app.inbetween.generation.pace;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;

/** The database keeps the time of the tests, as exactly as it can. */
@Alternative
@Priority(1)
@ApplicationScoped
public class SettableDatabaseTime extends DatabaseTime {

    @Inject
    Clock clock;

    @Override
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
