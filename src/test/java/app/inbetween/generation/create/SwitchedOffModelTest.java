package app.inbetween.generation.create;

import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.inbetween.Forms;
import app.inbetween.account.People;
import app.inbetween.generation.Generation;
import app.inbetween.generation.ScriptedProvider;
import app.inbetween.generation.Studio;
import app.inbetween.ledger.Ledger;
import app.inbetween.provider.Availability;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;

/** A model that is taken off the shelf while somebody has it in front of them. */
@QuarkusTest
class SwitchedOffModelTest {

    private static final String ME = "switched off sven";

    @Inject
    ScriptedProvider provider;
    @Inject
    Studio studio;
    @Inject
    People people;
    @Inject
    Ledger ledger;
    @Inject
    Availability availability;

    private Studio.Person me;
    private String model;

    @BeforeEach
    void aModelIsOffered() {
        provider.open();
        me = studio.equipped(people.signedInAs(ME).id);
        model = provider.offers("brief " + UUID.randomUUID());
        studio.price(model, 1, 5000, 0, Instant.EPOCH);
    }

    @AfterEach
    void theBooksAreInOrder() {
        QuarkusTransaction.requiringNew().run(() -> availability.show(model));
        provider.close();
        assertNoViolations();
    }

    @Test
    @TestSecurity(user = ME)
    void theFormSaysSoAndAsksForNothing() {
        Desk desk = Desk.opened().with("first-frame", me.first()).with("last-frame", me.last()).with("model", model);
        desk.press("update");
        desk.with("model", model);

        hide();
        Response answer = desk.press("generate");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Forms.text(answer.asString())).contains("has been switched off by an administrator");
        assertThat(ledger.openHolds(me.id())).isEmpty();
    }

    @Test
    @TestSecurity(user = ME)
    void neitherIsItAskedForOnceMore() {
        Generation earlier = studio.asks(me, model);
        studio.cancel(earlier);

        hide();
        Response answer = Forms.form().formParam("key", UUID.randomUUID()).post("/generations/" + earlier.id + "/retry");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Forms.text(answer.asString())).contains("has been switched off by an administrator");
        assertThat(ledger.openHolds(me.id())).isEmpty();
    }

    private void hide() {
        QuarkusTransaction.requiringNew().run(() -> availability.hide(model, me.id()));
    }
}
