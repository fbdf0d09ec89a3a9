package app.inbetween.generation.create;

import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.inbetween.SettableClock;
import app.inbetween.account.People;
import app.inbetween.generation.Generation;
import app.inbetween.generation.ScriptedProvider;
import app.inbetween.generation.Studio;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A model that is gone is never exchanged for another one unsaid. */
@QuarkusTest
class DepartedModelTest {

    private static final String ME = "faithful fay";
    private static final String RETIRED = "Scripted old was retired on 14 October 2026; Scripted young replaces it";

    @Inject
    ScriptedProvider provider;
    @Inject
    Studio studio;
    @Inject
    People people;
    @Inject
    SettableClock clock;

    private UUID me;
    private String old;
    private String young;

    @BeforeEach
    void twoModels() {
        studio.clear();
        clock.set(Instant.parse("2026-10-01T12:00:00Z"));
        provider.open();
        me = people.signedInAs(ME).id;
        old = provider.offers("old");
        young = provider.offers("young");
        provider.retires(old, LocalDate.of(2026, 10, 14), young);
        studio.price(old, 1, 1000, 0, Instant.EPOCH);
        studio.price(young, 1, 1000, 0, Instant.EPOCH);
        QuarkusTransaction.requiringNew().run(() -> Draft.deleteById(me));
    }

    @AfterEach
    void theBooksAreInOrder() {
        studio.clear();
        clock.reset();
        provider.close();
        assertNoViolations();
    }

    @Test
    @TestSecurity(user = ME)
    void theEndIsToldInTime() {
        assertThat(filled().page()).contains("Until 14 October 2026, then Scripted young").doesNotContain("was retired");
    }

    @Test
    @TestSecurity(user = ME)
    void aDraftOfARetiredModelSaysWhatReplacesIt() {
        filled();
        clock.set(Instant.parse("2026-10-14T00:00:00Z"));

        Desk desk = Desk.opened();

        assertThat(desk.page()).contains(RETIRED + " and is chosen now.");
        assertThat(desk.field("model")).isEqualTo(young);
        assertThat(desk.press("update").statusCode()).isEqualTo(303);
        assertThat(desk.page()).doesNotContain("was retired");
    }

    @Test
    @TestSecurity(user = ME)
    void aPageThatIsOlderThanTheEndBuysNothingElse() {
        Desk desk = filled();
        clock.set(Instant.parse("2026-10-14T00:00:00Z"));

        Response answer = desk.press("generate");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(desk.dock()).contains(RETIRED + " and is chosen now. Press Generate again if that is all right.");
        assertThat(desk.press("generate").statusCode()).isEqualTo(303);
    }

    @Test
    @TestSecurity(user = ME)
    void aModelThatLeftTheCatalogueIsNamedToo() {
        filled();
        provider.drops(old);

        Desk desk = Desk.opened();

        assertThat(desk.page()).contains(old.substring("scripted/".length()) + " is not offered here now. Flow is chosen now.");
        assertThat(desk.field("model")).isEqualTo("local/flow");
    }

    @Test
    @TestSecurity(user = ME)
    void theSameOnceMoreIsRefusedWithTheWayToItsReplacement() {
        Generation clip = studio.asks(studio.equipped(me), old);
        studio.cancel(clip);
        assertThat(given().get("/generations/" + clip.id).asString()).contains("/retry");
        clock.set(Instant.parse("2026-10-14T00:00:00Z"));

        String page = given().get("/generations/" + clip.id).asString();
        Response refused = form().formParam("key", "again").post("/generations/" + clip.id + "/retry");

        assertThat(page).contains(RETIRED + ".").contains("Create with Scripted young").doesNotContain("/retry\"");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).contains(RETIRED + ".").contains("Create with Scripted young");
        assertThat(form().post("/create/reuse/" + clip.id).statusCode()).isEqualTo(303);
        Desk desk = Desk.opened();
        assertThat(desk.field("model")).isEqualTo(young);
        assertThat(desk.field("first-frame")).isEqualTo(clip.firstFrame.toString());
    }

    private static RequestSpecification form() {
        String token = given().redirects().follow(false).get("/").then().extract().cookie("csrf-token");
        return given().redirects().follow(false).cookie("csrf-token", token).formParam("csrf-token", token);
    }

    private Desk filled() {
        Desk desk = Desk.opened();
        desk.press("sample:flower");
        desk.with("model", old).with("seconds", "2").press("update");
        return desk;
    }
}
