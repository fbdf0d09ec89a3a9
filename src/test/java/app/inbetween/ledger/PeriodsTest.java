package app.inbetween.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodsTest {

    @ParameterizedTest
    @CsvSource({ "UTC, 2026-11-30T23:59:59.999Z, 2026-11-30", "UTC, 2026-12-01T00:00:00Z, 2026-12-01",
            "Pacific/Auckland, 2026-11-30T10:59:59Z, 2026-11-30", "Pacific/Auckland, 2026-11-30T11:00:00Z, 2026-12-01",
            "America/New_York, 2026-12-01T04:59:59Z, 2026-11-30", "America/New_York, 2026-12-01T05:00:00Z, 2026-12-01" })
    void aDayBeginsAtMidnightOfTheStudio(String zone, String instant, String day) {
        Periods periods = periods(zone, instant);

        assertThat(periods.today()).isEqualTo(day);
        assertThat(periods.thisMonth()).isEqualTo(YearMonth.from(LocalDate.parse(day)));
    }

    /** In Auckland clocks go forward on 27 September and back on 5 April; in New York on 8 March and 1 November. */
    @ParameterizedTest
    @CsvSource({ "Pacific/Auckland, 2026-09-27, 23", "Pacific/Auckland, 2026-04-05, 25", "America/New_York, 2026-03-08, 23",
            "America/New_York, 2026-11-01, 25", "UTC, 2026-03-29, 24" })
    void aDayIsAsLongAsItsClocksSay(String zone, String day, long hours) {
        Periods periods = periods(zone, "2026-01-01T00:00:00Z");

        assertThat(Duration.between(periods.startOf(LocalDate.parse(day)), periods.startOf(LocalDate.parse(day).plusDays(1))))
                .isEqualTo(Duration.ofHours(hours));
    }

    @ParameterizedTest
    @CsvSource({ "America/New_York, 2026-11, 2026-11-01T04:00:00Z, 2026-12-01T05:00:00Z",
            "America/New_York, 2026-03, 2026-03-01T05:00:00Z, 2026-04-01T04:00:00Z",
            "Pacific/Auckland, 2026-09, 2026-08-31T12:00:00Z, 2026-09-30T11:00:00Z",
            "Pacific/Auckland, 2026-04, 2026-03-31T11:00:00Z, 2026-04-30T12:00:00Z" })
    void aMonthThatClocksChangeInBeginsAndEndsAtMidnight(String zone, YearMonth month, Instant start, Instant end) {
        Periods periods = periods(zone, "2026-01-01T00:00:00Z");

        assertThat(periods.startOf(month)).isEqualTo(start);
        assertThat(periods.endOf(month)).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(strings = { "UTC", "Pacific/Auckland", "America/New_York", "Africa/Cairo", "Asia/Kathmandu" })
    void monthsFollowEachOtherWithoutAGap(String zone) {
        Periods periods = periods(zone, "2026-01-01T00:00:00Z");

        for (YearMonth month = YearMonth.of(2026, 1); month.getYear() < 2030; month = month.plusMonths(1)) {
            assertThat(periods.endOf(month)).isEqualTo(periods.startOf(month.plusMonths(1)));
            assertThat(periods.dayOf(periods.startOf(month))).isEqualTo(month.atDay(1));
            assertThat(periods.dayOf(periods.endOf(month).minusNanos(1))).isEqualTo(month.atEndOfMonth());
        }
    }

    /** In Cairo clocks go forward at midnight, so that one day has no midnight at all. */
    @Test
    void aDayWithoutMidnightBeginsWhereItDoes() {
        Periods periods = periods("Africa/Cairo", "2026-04-23T22:00:00Z");

        assertThat(periods.today()).isEqualTo("2026-04-24");
        assertThat(periods.startOf(periods.today())).isEqualTo("2026-04-23T22:00:00Z");
    }

    private static Periods periods(String zone, String now) {
        Periods periods = new Periods();
        periods.clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
        periods.config = new TestLedgerConfig() {

            @Override
            public ZoneId timeZone() {
                return ZoneId.of(zone);
            }
        };
        return periods;
    }
}
