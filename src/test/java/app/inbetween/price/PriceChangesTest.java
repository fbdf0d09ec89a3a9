package app.inbetween.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import app.inbetween.SettableClock;
import app.inbetween.account.People;
import app.inbetween.database.Sql;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class PriceChangesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final ZonedDateTime MONDAY = ZonedDateTime.of(2026, 11, 23, 0, 0, 0, 0, BERLIN);

    @Inject
    PriceChanges changes;
    @Inject
    PriceHistory history;
    @Inject
    PriceBook prices;
    @Inject
    People people;
    @Inject
    Sql sql;
    @Inject
    SettableClock clock;

    private PriceKey key;
    private UUID ada;

    /** Seven credits, which the provider asks five cents and a half for. */
    @BeforeEach
    void setAPrice() {
        clock.set(NOW);
        key = PriceKey.of("changes/" + UUID.randomUUID(), "720p");
        ada = people.register("ada").id;
        sql.run("""
                INSERT INTO price (model, resolution, version, per_second, cost_currency, cost_per_second, valid_from)
                VALUES (?, ?, 1, 7000, 'USD', 55000, '2026-01-01T00:00:00Z')
                """, key.model(), key.resolution());
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void theNextVersionCountsFromItsFirstMoment() {
        Price stored = changes.store(proposal("8"), ada).orElseThrow();

        assertThat(stored.version()).isEqualTo(2);
        clock.set(MONDAY.toInstant().minusNanos(1_000));
        assertThat(prices.existing(key).version()).isEqualTo(1);
        clock.set(MONDAY.toInstant());
        assertThat(prices.existing(key)).isEqualTo(stored);
    }

    @Test
    void theHistoryKnowsWhoAndWhyAndUntilWhen() {
        changes.store(proposal("8"), ada);

        assertThat(history.of(key)).extracting(PriceVersion::number).containsExactly(2, 1);
        PriceVersion second = history.of(key).get(0);
        assertThat(second.setBy()).contains("ada");
        assertThat(second.note()).isEqualTo("the provider asks more");
        assertThat(second.setAt()).isEqualTo(NOW);
        assertThat(second.stateAt(NOW)).isEqualTo("planned");
        PriceVersion first = history.of(key).get(1);
        assertThat(first.until()).contains(MONDAY.toInstant());
        assertThat(first.stateAt(NOW)).isEqualTo("in force");
        assertThat(first.stateAt(MONDAY.toInstant())).isEqualTo("past");
    }

    @Test
    void theSameFormSentTwiceIsOneVersion() {
        changes.store(proposal("8"), ada);

        assertThat(changes.store(proposal("8"), ada)).isEmpty();
        assertThat(history.of(key)).hasSize(2);
    }

    @Test
    void aModelThatHadNoPriceGetsItsFirstVersion() {
        key = PriceKey.of("changes/" + UUID.randomUUID(), "720p");

        assertThat(changes.store(proposal("8"), ada).orElseThrow().version()).isEqualTo(1);
    }

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
    void onlyOneChangeIsPlannedAtATime() {
        changes.store(proposal("8"), ada);

        assertThat(refusal(from(MONDAY.plusDays(1))))
                .hasMessage("A change is already planned for Monday 23 November 2026; withdraw it first.");
    }

    @Test
    void ofTwoAdministratorsAtOnceTheSecondIsToldOfTheFirst() throws Exception {
        ExecutorService desks = Executors.newFixedThreadPool(2);
        try {
            List<Future<String>> answers = desks.invokeAll(List.of(() -> answer("8"), () -> answer("9")));

            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder("stored",
                    "A change is already planned for Monday 23 November 2026; withdraw it first.");
        } finally {
            desks.shutdown();
        }
        assertThat(history.of(key)).hasSize(2);
    }

    @Test
    void nothingBeginsInThePast() {
        assertThat(refusal(from(NOW.minusSeconds(60).atZone(BERLIN))))
                .hasMessage("Saturday 21 November 2026 at 10:59 is past. A price can only begin in the future.");
    }

    @Test
    void noTwoVersionsBeginAtTheSameMoment() {
        changes.store(proposal("8"), ada);
        clock.set(MONDAY.toInstant());

        assertThat(refusal(withRate(rate("9"))))
                .hasMessage("Version 2 begins at that very moment. The next one has to begin later.");
    }

    @Test
    void aChangeOfNothingIsRefused() {
        assertThat(refusal(proposal("7"))).hasMessage("This is the price as it is now. Nothing would change.");
    }

    @Test
    void aChangeNeedsAReason() {
        assertThat(refusal(new Proposal(key, rate("8"), false, cost("0.055"), MONDAY, " ", true)))
                .hasMessage("Say in a few words why the price changes. It stays in the history.");
    }

    @Test
    void aPriceBelowTheCostIsAllowed() {
        assertThatCode(() -> changes.check(proposal("3"))).doesNotThrowAnyException();
    }

    @Test
    void whatHasNotBegunCanBeWithdrawn() {
        changes.store(proposal("8"), ada);

        changes.withdraw(key, 2, "announced too late", ada);

        clock.set(MONDAY.toInstant());
        assertThat(prices.existing(key).version()).isEqualTo(1);
        PriceVersion withdrawn = history.of(key).get(0);
        assertThat(withdrawn.stateAt(NOW)).isEqualTo("withdrawn");
        assertThat(withdrawn.withdrawal()).contains(new PriceVersion.Withdrawal("ada", NOW, "announced too late"));
        assertThat(history.of(key).get(1).until()).isEmpty();
    }

    @Test
    void anotherChangeCanTakeThePlaceOfAWithdrawnOne() {
        changes.store(proposal("8"), ada);
        changes.withdraw(key, 2, "wrong", ada);

        Price third = changes.store(withRate(rate("9")), ada).orElseThrow();

        clock.set(MONDAY.toInstant());
        assertThat(third.version()).isEqualTo(3);
        assertThat(prices.existing(key)).isEqualTo(third);
        assertThat(history.of(key).get(2).until()).contains(MONDAY.toInstant());
    }

    @Test
    void whatHasBegunCanOnlyBeFollowed() {
        changes.store(proposal("8"), ada);
        clock.set(MONDAY.toInstant());

        assertThatThrownBy(() -> changes.withdraw(key, 2, "too late", ada)).isInstanceOf(PriceRefusedException.class)
                .hasMessage("Version 2 has begun and cannot be withdrawn. Set another price to follow it.");
    }

    @Test
    void aWithdrawalNeedsAReasonAndAVersionAndHappensOnce() {
        changes.store(proposal("8"), ada);

        assertThatThrownBy(() -> changes.withdraw(key, 2, " ", ada))
                .hasMessage("Say in a few words why it is withdrawn. It stays in the history.");
        assertThatThrownBy(() -> changes.withdraw(key, 3, "why", ada)).hasMessage("There is no version 3 of this price.");
        changes.withdraw(key, 2, "why", ada);
        assertThatThrownBy(() -> changes.withdraw(key, 2, "why", ada)).hasMessage("Version 2 was withdrawn already.");
    }

    @ParameterizedTest
    @ValueSource(strings = { "UPDATE price SET per_second = 1", "DELETE FROM price", "UPDATE price_withdrawal SET reason = ''",
            "DELETE FROM price_withdrawal" })
    void theHistoryCannotBeEdited(String statement) {
        assertThatThrownBy(() -> sql.run(statement)).isInstanceOf(PersistenceException.class)
                .hasMessageContaining("is append-only");
    }

    private String answer(String perSecond) {
        try {
            changes.store(proposal(perSecond), ada);
            return "stored";
        } catch (PriceRefusedException e) {
            return e.getMessage();
        }
    }

    private Proposal proposal(String perSecond) {
        return withRate(rate(perSecond));
    }

    private Proposal withTiers(String tiers) {
        return withRate(new Rate(Credits.of(8), Tiers.parse(tiers), Rounding.UP));
    }

    private Proposal withRate(Rate rate) {
        return new Proposal(key, rate, false, cost("0.055"), MONDAY, "the provider asks more", false);
    }

    private Proposal from(ZonedDateTime start) {
        return new Proposal(key, rate("9"), false, cost("0.055"), start, "again", true);
    }

    private static Proposal meant(Proposal it) {
        return new Proposal(it.key(), it.rate(), it.free(), it.cost(), it.from(), it.reason(), true);
    }

    private static Rate rate(String perSecond) {
        return Rate.perSecond(Credits.parse(perSecond).orElseThrow());
    }

    private static Optional<ProviderRate> cost(String perSecond) {
        return Optional.of(new ProviderRate(Money.of(new BigDecimal(perSecond), Money.DOLLARS), Tiers.NONE));
    }

    private PriceRefusedException refusal(Proposal proposal) {
        return catchThrowableOfType(PriceRefusedException.class, () -> changes.check(proposal));
    }
}
