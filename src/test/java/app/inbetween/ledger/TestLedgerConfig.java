package app.inbetween.ledger;

import java.time.Duration;
import java.time.ZoneId;
import java.util.OptionalInt;

/** The defaults, for a ledger without Quarkus. */
class TestLedgerConfig implements LedgerConfig {

    @Override
    public String expireEvery() {
        return "off";
    }

    @Override
    public String foldEvery() {
        return "off";
    }

    @Override
    public int welcomeCredits() {
        return 0;
    }

    @Override
    public ZoneId timeZone() {
        return ZoneId.of("UTC");
    }

    @Override
    public OptionalInt dailyCap() {
        return OptionalInt.empty();
    }

    @Override
    public OptionalInt monthlyCap() {
        return OptionalInt.empty();
    }

    @Override
    public Duration returnedFor() {
        return Duration.ofDays(7);
    }
}
