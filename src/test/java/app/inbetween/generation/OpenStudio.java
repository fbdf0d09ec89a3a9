package app.inbetween.generation;

import static app.inbetween.books.BookAssertions.assertBalanced;
import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import app.inbetween.SettableClock;
import app.inbetween.generation.Studio.Person;
import app.inbetween.ledger.Balance;
import app.inbetween.ledger.Ledger;
import app.inbetween.provider.Submission;

/** A studio with a provider that does as it is told, and ben, who has the welcome credits and a pair of frames. */
public class OpenStudio {

    @Inject
    protected Studio studio;
    @Inject
    protected ScriptedProvider provider;
    @Inject
    protected Generations generations;
    @Inject
    protected Ledger ledger;
    @Inject
    protected SettableClock clock;

    protected Person ben;

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
        assertBalanced(ben.id());
    }

    protected Generation running() {
        Generation clip = studio.asks(ben);
        studio.dispatch();
        return clip;
    }

    /** Sent, and no answer came. */
    protected Generation unknown() {
        return unknown(studio.asks(ben));
    }

    protected Generation unknown(Generation clip) {
        provider.onSubmit = request -> new Submission.Unknown("502");
        studio.dispatch();
        assertThat(studio.now(clip).state).isEqualTo(State.UNKNOWN);
        return clip;
    }

    /** Drawn, and not to be had. */
    protected Generation needingAttention() {
        return needingAttention(studio.asks(ben));
    }

    protected Generation needingAttention(Generation clip) {
        studio.dispatch();
        provider.onFetch = job -> null;
        later();
        studio.poll();
        assertThat(studio.now(clip).state).isEqualTo(State.NEEDS_ATTENTION);
        return clip;
    }

    protected void later() {
        clock.advance(Duration.ofMinutes(6));
    }

    protected String credits() {
        Balance balance = ledger.balance(ben.id());
        return balance.available() + " available, " + balance.held() + " held, " + balance.spent() + " spent";
    }
}
