package app.inbetween.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import app.inbetween.SettableClock;
import app.inbetween.account.People;
import app.inbetween.ledger.Bookkeeper;
import app.inbetween.ledger.LedgerAssertions;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ForgottenQuotesTest {

    @Inject
    ForgottenQuotes forgotten;
    @Inject
    Quotes quotes;
    @Inject
    People people;
    @Inject
    Bookkeeper books;
    @Inject
    SettableClock clock;

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void whatNobodyTookUpIsRemovedADayAfterItExpired() {
        UUID user = people.register("forgetful").id;
        clock.set(clock.instant());
        Quote quote = books.quote(user, 5);

        clock.set(quote.expiresAt().plus(Duration.ofDays(1)));
        forgotten.tick();
        assertThat(quotes.of(user, quote.id())).isPresent();

        clock.advance(Duration.ofMillis(1));
        forgotten.tick();
        assertThat(quotes.of(user, quote.id())).isEmpty();
    }

    @Test
    void whatAHoldCitesStays() {
        UUID user = people.register("customer").id;
        clock.set(clock.instant());
        Quote cited = books.quote(user, 5);
        books.hold(user, UUID.randomUUID(), 5);

        clock.advance(Duration.ofDays(30));
        forgotten.tick();

        assertThat(quotes.of(user, cited.id())).isPresent();
        LedgerAssertions.assertNoViolations();
    }
}
