package app.inbetween.generation.create;

import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import app.inbetween.SettableClock;
import app.inbetween.account.People;
import app.inbetween.generation.Generation;
import app.inbetween.generation.ScriptedProvider;
import app.inbetween.generation.Studio;
import app.inbetween.ledger.SpendingLimit;
import app.inbetween.ledger.SpendingLimits;
import app.inbetween.price.Credits;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;

/** The create form in front of priced pia, who may spend what she has on a model that takes five credits a second. */
class PricedDesk {

    static final String ME = "priced pia";

    @Inject
    ScriptedProvider provider;
    @Inject
    Studio studio;
    @Inject
    People people;
    @Inject
    SpendingLimits limits;
    @Inject
    SettableClock clock;

    UUID me;
    String model;

    @BeforeEach
    void aSecondCostsFiveCredits() {
        provider.open();
        me = people.signedInAs(ME).id;
        model = provider.offers("desk");
        studio.price(model, 1, 5000, 0, Instant.EPOCH);
        limitedTo(Optional.empty(), Optional.empty(), Optional.empty());
    }

    @AfterEach
    void theBooksAreInOrder() {
        clock.reset();
        provider.close();
        assertNoViolations();
    }

    Desk filled() {
        Desk desk = Desk.opened();
        desk.press("sample:flower");
        desk.with("model", model).with("seconds", "2").press("update");
        return desk;
    }

    Generation asked(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        return clip(answer.header("Location"));
    }

    static Generation clip(String address) {
        UUID id = UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
        return QuarkusTransaction.requiringNew().call(() -> Generation.findById(id));
    }

    void cancel(Generation clip) {
        studio.cancel(clip);
    }

    long clips() {
        return QuarkusTransaction.requiringNew().call(() -> Generation.count("owner", me));
    }

    void limitedTo(Optional<Credits> day, Optional<Credits> ownMonth, Optional<Credits> askAbove) {
        limits.set(new SpendingLimit(me, day, Optional.empty(), OptionalInt.empty(), ownMonth, askAbove));
    }
}
