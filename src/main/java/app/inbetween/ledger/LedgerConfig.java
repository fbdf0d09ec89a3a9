package app.inbetween.ledger;

import java.time.Duration;
import java.time.ZoneId;
import java.util.OptionalInt;

import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "inbetween.ledger")
interface LedgerConfig {

    /** Schedules; "off" for a node that only serves pages. */
    String expireEvery();

    String foldEvery();

    /** Whole credits a person is given on first sign-in; 0 gives none. */
    @WithDefault("100")
    @Min(0)
    int welcomeCredits();

    /** Where days and months begin. */
    @WithDefault("UTC")
    ZoneId timeZone();

    /** Whole credits a person may spend in a day, unless an administrator says otherwise for that person. */
    OptionalInt dailyCap();

    /** As the daily cap, in a calendar month. */
    OptionalInt monthlyCap();

    /** How long credits that come back stay usable when the lot they were taken from has expired meanwhile. */
    @WithDefault("7d")
    Duration returnedFor();
}
