package app.inbetween.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

/** A price that looks like a slip of the finger is not stored. */
@QuarkusTest
class PriceSlipsTest extends PriceToChange {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "0 | 0 credits per second would give videos away. If that is meant, tick Free.",
            "-7 | A price cannot be negative: −7 credits would pay people.",
            "7000 | 1 s would cost 7\u202f000 credits, 1\u202f000 times the 7 it costs now. A price changes by less than a thousand times at once: check whether this is in credits.",
            "0.007 | 1 s would cost 0.007 credits, 1/1\u202f000 of the 7 it costs now. A price changes by less than a thousand times at once: check whether this is in credits.",
            "1000000.001 | No video costs more than 1\u202f000\u202f000 credits." })
    void whatNobodyCanMeanIsRefusedEvenWhenItIsMeant(String perSecond, String sentence) {
        PriceRefusedException refusal = refusal(meant(proposal(perSecond)));

        assertThat(refusal).hasMessage(sentence);
        assertThat(refusal.isDoubtful()).isFalse();
        assertThat(refusal.about()).isEqualTo(PriceRefusedException.About.RATE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "0.055 | 0.055 is what the provider asks in money, $0.055. A price is in credits: at the usual rate that would be 6.875.",
            "35 | 35 credits are what a whole video of 5 s costs now. This field is for the price of one second.",
            "70 | 70 credits are what a whole video of 10 s costs now. This field is for the price of one second.",
            "700 | 1 s would cost 700 credits, 100 times the 7 it costs now. That is ten times or more apart.",
            "0.07 | 1 s would cost 0.07 credits, 1/100 of the 7 it costs now. That is ten times or more apart." })
    void aSlipIsRefusedUntilItIsMeant(String perSecond, String sentence) {
        PriceRefusedException refusal = refusal(proposal(perSecond));

        assertThat(refusal).hasMessage(sentence);
        assertThat(refusal.isDoubtful()).isTrue();
        assertThatCode(() -> changes.check(meant(proposal(perSecond)))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = { "0.701", "5", "6.999", "7.5", "14", "69.9" })
    void anOrdinaryChangeIsTaken(String perSecond) {
        assertThatCode(() -> changes.check(proposal(perSecond))).doesNotThrowAnyException();
    }

    @Test
    void aFirstPriceThatHasNothingToDoWithTheCostIsRefused() {
        key = PriceKey.of("changes/" + UUID.randomUUID(), "720p");

        assertThat(refusal(proposal("200"))).hasMessage("5 s would cost 1\u202f000 credits, worth $10.00, and cost us $0.275."
                + " That is twenty times or more apart: check the unit.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "5000:8000 | 8 credits for a video of 5 s is no more than one second costs. A tier is the price of the whole video.",
            "5000:40000 10000:30000 | A longer video would cost less than a shorter one. Check the tiers.",
            "5000:400000 | 5 s would cost 400 credits, 11 times the 35 it costs now. That is ten times or more apart." })
    void tiersThatLookWrongAreRefused(String tiers, String sentence) {
        assertThat(refusal(withTiers(tiers))).hasMessage(sentence)
                .matches(refused -> ((PriceRefusedException) refused).isDoubtful());
    }

    @Test
    void totalsThatWereForgottenAreRefused() {
        changes.store(withTiers("5000:36000 9000:60000"), ada);
        clock.set(MONDAY.toInstant().plusSeconds(60));
        Rate forgotten = new Rate(Credits.of(9), Tiers.parse("5000:36000 9000:60000"), Rounding.UP);
        Proposal proposal = new Proposal(key, forgotten, false, cost("0.055"), MONDAY.plusDays(1), "dearer", false);

        assertThat(refusal(proposal)).hasMessage("The totals stay as they are, so nothing changes for videos of up to 9 s."
                + " Change them too, or remove them.").matches(refused -> ((PriceRefusedException) refused).isDoubtful());
    }

    @Test
    void aTierOfNothingIsRefused() {
        assertThat(refusal(meant(withTiers("5000:0")))).hasMessage("Every tier needs a total above zero.");
        assertThat(refusal(meant(withTiers("5000:-5")))).hasMessage("Every tier needs a total above zero.");
    }

    @Test
    void aTierAThousandTimesAsDearIsRefusedEvenWhenItIsMeant() {
        assertThat(refusal(meant(withTiers("5000:35000000"))).isDoubtful()).isFalse();
    }

    @Test
    void aProvidersPriceThatJumpsIsRefused() {
        Proposal cents = new Proposal(key, rate("8"), false, cost("5.5"), MONDAY, "why", false);

        assertThat(refusal(cents)).hasMessage("The provider would ask $5.50 for 1 s, until now it is $0.055."
                + " Check whether cents were taken for dollars, or a video for a second.");
    }

    @Test
    void whatIsFreeHasToBeMarked() {
        Proposal free = new Proposal(key, rate("0"), true, cost("0.055"), MONDAY, "why", false);

        Price stored = changes.store(free, ada).orElseThrow();

        clock.set(MONDAY.toInstant());
        assertThat(stored.rate().isFree()).isTrue();
        assertThat(prices.costOf(key, Duration.ofSeconds(5))).isEqualTo(Credits.ZERO);
    }

    @Test
    void whatIsMarkedFreeCostsNothing() {
        assertThat(refusal(new Proposal(key, rate("1"), true, cost("0.055"), MONDAY, "why", true)))
                .hasMessage("A free video costs nothing: set the rate to 0 and remove the tiers, or untick Free.");
    }

    @Test
    void aPriceBelowTheCostIsAllowed() {
        assertThatCode(() -> changes.check(proposal("3"))).doesNotThrowAnyException();
    }
}
