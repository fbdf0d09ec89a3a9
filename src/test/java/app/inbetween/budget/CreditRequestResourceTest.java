package app.inbetween.budget;

import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.inbetween.Forms;
import app.inbetween.SettableClock;
import app.inbetween.account.People;
import app.inbetween.price.Credits;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
class CreditRequestResourceTest {

    private static final String ME = "requests asker";
    private static final String REASON = "Four more shots";

    @Inject
    People people;
    @Inject
    CreditRequests requests;
    @Inject
    SettableClock clock;

    private UUID me;

    @BeforeEach
    void begin() {
        clock.set(Instant.parse("2026-11-21T14:20:00Z"));
        me = people.signedInAs(ME).id;
        requests.openOf(me).ifPresent(open -> requests.withdraw(me, open.id()));
    }

    @AfterEach
    void theBooksAreInOrder() {
        clock.reset();
        assertNoViolations();
    }

    @Test
    void theSignedOutAreAskedToSignIn() {
        given().redirects().follow(false).get("/credits/requests").then().statusCode(302);
    }

    @Test
    @TestSecurity(user = ME)
    void theFormBeginsWithTheAmountThatIsMissing() {
        assertThat(given().get("/credits/requests?amount=40").then().statusCode(200).extract().asString())
                .contains("Request credits").contains("name=\"amount\" inputmode=\"decimal\"").contains("value=\"40\"");
    }

    @Test
    @TestSecurity(user = ME)
    void whatIsAskedForWaitsForAnAnswer() {
        Forms.form().formParam("amount", "300").formParam("reason", REASON).formParam("until", "2026-12-05")
                .post("/credits/requests").then().statusCode(303);

        assertThat(requests.openOf(me).orElseThrow().amount()).isEqualTo(Credits.of(300));
        assertThat(page()).contains("Waiting for an answer", "You asked for 300 credits", "needed until 5 December 2026",
                "“Four more shots”").doesNotContain("Send request");
    }

    @Test
    @TestSecurity(user = ME)
    void whoAsksAgainIsToldAndLosesNothing() {
        Forms.form().formParam("amount", "300").formParam("reason", REASON).post("/credits/requests").then().statusCode(303);

        String refused = Forms.form().formParam("amount", "77").formParam("reason", "Something else").post("/credits/requests")
                .then().statusCode(422).extract().asString();

        assertThat(refused).contains("You have already asked for 300 credits").contains("value=\"77\"")
                .contains("Something else</textarea>");
    }

    @Test
    @TestSecurity(user = ME)
    void whatIsWithdrawnMakesRoom() {
        Forms.form().formParam("amount", "300").formParam("reason", REASON).post("/credits/requests").then().statusCode(303);
        UUID open = requests.openOf(me).orElseThrow().id();

        Forms.form().post("/credits/requests/" + open + "/withdrawal").then().statusCode(303);

        assertThat(page()).contains("Send request", "Earlier requests", "Withdrawn");
    }

    @ParameterizedTest
    @TestSecurity(user = ME)
    @CsvSource({ "'',Four more shots,,Write how many credits you need", "0,Four more shots,,above zero",
            "-5,Four more shots,,above zero", "1000001,Four more shots,,up to 1", "lots,Four more shots,,Write how many",
            "300,ok,,3 to 500 characters", "300,Four more shots,2026-11-20,Choose a day from today on",
            "300,Four more shots,soon,Choose a day" })
    void whatIsWrongIsSaidAndWhatWasTypedIsKept(String amount, String reason, String until, String said) {
        String refused = Forms.form().formParam("amount", amount).formParam("reason", reason)
                .formParam("until", until == null ? "" : until).post("/credits/requests").then().statusCode(422).extract()
                .asString();

        assertThat(refused).contains(said).contains("value=\"" + amount + "\"").contains(">" + reason + "</textarea>");
        assertThat(requests.openOf(me)).isEmpty();
    }

    private static String page() {
        return Forms.text(given().get("/credits/requests").then().statusCode(200).extract().asString());
    }
}
