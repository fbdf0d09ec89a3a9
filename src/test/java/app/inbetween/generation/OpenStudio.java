package app.inbetween.generation;

import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import app.inbetween.SettableClock;
import app.inbetween.generation.Studio.Person;
import app.inbetween.ledger.Balance;
import app.inbetween.ledger.Ledger;

/** A studio with a provider that does as it is told, and ben, who has the welcome credits and a pair of frames. */
class OpenStudio {

    @Inject
    Studio studio;
    @Inject
    ScriptedProvider provider;
    @Inject
    Generations generations;
    @Inject
    Ledger ledger;
    @Inject
    SettableClock clock;

    Person ben;

    @BeforeEach
    void openTheStudio() {
        studio.clear();
        studio.priceScripted();
        provider.open();
        ben = studio.person("ben");
    }

    @AfterEach
    void theBooksAreInOrder() {
        provider.close();
        clock.reset();
        assertNoViolations();
    }

    Generation running() {
        Generation clip = studio.asks(ben);
        studio.dispatch();
        return clip;
    }

    void later() {
        clock.advance(Duration.ofMinutes(6));
    }

    String credits() {
        Balance balance = ledger.balance(ben.id());
        return balance.available() + " available, " + balance.held() + " held, " + balance.spent() + " spent";
    }
}
