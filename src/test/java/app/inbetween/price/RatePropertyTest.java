package app.inbetween.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class RatePropertyTest {

    private static final long HOUR = 3_600_000_000_000L;

    @Property
    void aLongerVideoNeverCostsLess(@ForAll @LongRange(max = 1_000_000_000) long perSecond, @ForAll Rounding rounding,
            @ForAll @LongRange(min = 1, max = HOUR) long nanos, @ForAll @LongRange(max = HOUR) long more) {
        Rate rate = new Rate(Credits.ofMillis(perSecond), Tiers.NONE, rounding);

        assertThat(rate.costOf(Duration.ofNanos(nanos + more))).isGreaterThanOrEqualTo(rate.costOf(Duration.ofNanos(nanos)));
    }

    @Property
    void nothingButAFreeVideoCostsNothing(@ForAll @LongRange(min = 1, max = 1_000_000_000) long perSecond,
            @ForAll Rounding rounding, @ForAll @LongRange(min = 1, max = HOUR) long nanos) {
        Rate rate = new Rate(Credits.ofMillis(perSecond), Tiers.NONE, rounding);

        assertThat(rate.costOf(Duration.ofNanos(nanos)).isPositive()).isTrue();
    }

    @Property
    void aProviderNeverAsksLessForALongerVideo(@ForAll @LongRange(max = 1_000_000_000) long micros,
            @ForAll @LongRange(min = 1, max = HOUR) long nanos, @ForAll @LongRange(max = HOUR) long more) {
        ProviderRate rate = new ProviderRate(Money.dollars(micros), Tiers.NONE);

        assertThat(rate.costOf(Duration.ofNanos(nanos + more)).micros())
                .isGreaterThanOrEqualTo(rate.costOf(Duration.ofNanos(nanos)).micros());
    }
}
