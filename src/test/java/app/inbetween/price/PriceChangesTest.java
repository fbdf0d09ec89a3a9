package app.inbetween.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.persistence.PersistenceException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class PriceChangesTest extends PriceToChange {

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
}
