package app.inbetween.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class PriceWithdrawalsTest extends PriceToChange {

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
}
