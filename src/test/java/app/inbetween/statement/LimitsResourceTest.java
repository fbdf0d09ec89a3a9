package app.inbetween.statement;

import static app.inbetween.statement.Reader.html;
import static app.inbetween.statement.Reader.page;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.inbetween.account.People;
import app.inbetween.ledger.SpendingLimit;
import app.inbetween.ledger.SpendingLimits;
import app.inbetween.price.Credits;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class LimitsResourceTest {

    @Inject
    People people;
    @Inject
    SpendingLimits limits;

    @Test
    @TestSecurity(user = "limits ben")
    void whatIsSetHoldsAndIsShownAgain() {
        UUID me = people.signedInAs("limits ben").id;

        send("1 500", "12.5").statusCode(303).header("Location", endsWith("/credits/limits?saved=true"));

        assertThat(limits.set(me).ownMonthlyCap()).contains(Credits.of(1500));
        assertThat(limits.set(me).askAbove()).contains(Credits.ofMillis(12_500));
        assertThat(html("/credits/limits?saved=true")).contains("value=\"1500\"", "value=\"12.5\"", "Saved");
        assertThat(page("/credits")).contains("Spent this month 0 of your own limit of 1\u202f500 Change");
    }

    @Test
    @TestSecurity(user = "limits none")
    void anEmptyFieldIsNoLimit() {
        UUID me = people.signedInAs("limits none").id;
        limits.setOwn(me, Optional.of(Credits.of(5)), Optional.of(Credits.of(1)));

        send("", " ").statusCode(303);

        assertThat(limits.set(me).ownMonthlyCap()).isEmpty();
        assertThat(limits.set(me).askAbove()).isEmpty();
    }

    @Test
    @TestSecurity(user = "limits capped")
    void whatAnAdministratorSetStays() {
        UUID me = people.signedInAs("limits capped").id;
        limits.set(new SpendingLimit(me, Optional.of(Credits.of(50)), Optional.of(Credits.of(400)), OptionalInt.of(2),
                Optional.empty(), Optional.empty()));

        send("1000", "0").statusCode(303);

        assertThat(limits.set(me)).isEqualTo(new SpendingLimit(me, Optional.of(Credits.of(50)), Optional.of(Credits.of(400)),
                OptionalInt.of(2), Optional.of(Credits.of(1000)), Optional.of(Credits.ZERO)));
        assertThat(page("/credits/limits")).contains("The studio lets you spend 400 a month; the lower of the two counts.");
        assertThat(page("/credits")).contains("of the 400 you may spend Change");
    }

    @ParameterizedTest
    @TestSecurity(user = "limits wrong")
    @CsvSource(delimiter = '|', value = {
            "plenty|10|“plenty” is not an amount of credits. Write a number such as 200 or 12.5, or leave the field empty.",
            "10|1.23456|“1.23456” is not an amount of credits.", "10|1e999999999|is not an amount of credits.",
            "0|10|A limit of 0 would let you make nothing.", "-5|10|A limit of −5 would let you make nothing.",
            "10|-1|No clip costs less than nothing." })
    void whatCannotBeIsRefusedAndNothingTypedIsLost(String month, String ask, String remark) {
        UUID me = people.signedInAs("limits wrong").id;

        String refused = send(month, ask).statusCode(422).extract().asString();

        assertThat(refused).contains(remark, "value=\"" + month + "\"", "value=\"" + ask + "\"", "aria-invalid=\"true\"");
        assertThat(limits.set(me).ownMonthlyCap()).isEmpty();
        assertThat(limits.set(me).askAbove()).isEmpty();
    }

    @Test
    void theSignedOutAreAskedToSignIn() {
        given().redirects().follow(false).get("/credits/limits").then().statusCode(302);
    }

    private static ValidatableResponse send(String month, String ask) {
        String token = given().redirects().follow(false).get("/").then().extract().cookie("csrf-token");
        return given().redirects().follow(false).cookie("csrf-token", token).formParam("csrf-token", token)
                .formParam("month", month).formParam("ask", ask).post("/credits/limits").then();
    }
}
