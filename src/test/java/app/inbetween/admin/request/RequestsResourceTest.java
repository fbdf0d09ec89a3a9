package app.inbetween.admin.request;

import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import app.inbetween.account.User;
import app.inbetween.budget.Answer;
import app.inbetween.budget.CreditRequests;
import app.inbetween.database.Sql;
import app.inbetween.ledger.Ledger;
import app.inbetween.price.Credits;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
class RequestsResourceTest {

    private static final String BOSS = "requests boss";

    @Inject
    People people;
    @Inject
    CreditRequests requests;
    @Inject
    Ledger ledger;
    @Inject
    Sql sql;
    @Inject
    SettableClock clock;

    private User ben;

    @BeforeEach
    void begin() {
        clock.set(Instant.parse("2026-11-21T14:20:00Z"));
        ben = people.register("ben " + UUID.randomUUID().toString().substring(0, 8));
    }

    @AfterEach
    void theBooksAreInOrder() {
        sql.run("DELETE FROM credit_request WHERE user_id = ?", ben.id);
        clock.reset();
        assertNoViolations();
    }

    @Test
    @TestSecurity(user = "requests nobody", roles = "user")
    void toOthersItDoesNotExist() {
        UUID request = ask("Spring film");

        given().get("/admin/requests").then().statusCode(404);
        given().get("/admin/requests.csv").then().statusCode(404);
        Forms.form().formParam("action", "grant").formParam("amount", "5").post(decision(request)).then().statusCode(404);
    }

    @Test
    @TestSecurity(user = BOSS, roles = { "admin", "user" })
    void whoAsksIsShownWithReasonAndBalance() {
        ask("Spring <film>");

        assertThat(page("/admin/requests")).contains(ben.name + " asks for 300 credits",
                "“Spring &lt;film&gt;” just now , 100 free to spend now");
    }

    @Test
    @TestSecurity(user = BOSS, roles = { "admin", "user" })
    void whatIsGrantedIsGivenAndWrittenDown() {
        UUID request = ask("Spring film");

        Forms.form().formParam("action", "grant").formParam("amount", "200").formParam("until", "2026-12-05")
                .formParam("word", "for the film").post(decision(request)).then().statusCode(303);

        assertThat(ledger.balance(ben.id).available()).isEqualTo(Credits.of(300));
        assertThat(page("/admin/requests")).contains("Granted requests boss granted 200 of 300, until 5 December 2026",
                "“for the film”");
        assertThat(audited()).containsExactly("Granted a request | Asked for 300 credits: Spring film | "
                + "Granted 200 credits until 2026-12-05 | for the film");
    }

    @Test
    @TestSecurity(user = BOSS, roles = { "admin", "user" })
    void whatIsDeclinedNeedsAWord() {
        UUID request = ask("Spring film");

        String refused = Forms.form().formParam("action", "decline").formParam("amount", "300").formParam("word", "")
                .post(decision(request)).then().statusCode(422).extract().asString();
        assertThat(refused).contains("Say why, in a word or two");
        assertThat(requests.openOf(ben.id)).isPresent();

        Forms.form().formParam("action", "decline").formParam("word", "not this month").post(decision(request)).then()
                .statusCode(303);

        assertThat(ledger.balance(ben.id).available()).isEqualTo(Credits.of(100));
        assertThat(audited())
                .containsExactly("Declined a request | Asked for 300 credits: Spring film | Declined | not this month");
    }

    @ParameterizedTest
    @TestSecurity(user = BOSS, roles = { "admin", "user" })
    @CsvSource({ "0,,above zero", "x,,above zero", "1000001,,up to", "20,2026-11-20,Choose a day from today on" })
    void whatIsWrongIsSaidAndWhatWasTypedIsKept(String amount, String until, String said) {
        UUID request = ask("Spring film");

        String refused = Forms.form().formParam("action", "grant").formParam("amount", amount)
                .formParam("until", until == null ? "" : until).formParam("word", "half of it").post(decision(request)).then()
                .statusCode(422).extract().asString();

        assertThat(refused).contains(said).contains("value=\"" + amount + "\"").contains("value=\"half of it\"");
        assertThat(audited()).isEmpty();
    }

    @Test
    @TestSecurity(user = BOSS, roles = { "admin", "user" })
    void whoIsSecondIsToldWhoWasFirst() {
        UUID request = ask("Spring film");
        UUID other = people.signsIn("requests other boss", Set.of("user"), null).id;
        requests.decide(new Answer(request, other, Credits.of(50), Optional.empty(), ""));

        Forms.form().formParam("action", "grant").formParam("amount", "300").post(decision(request)).then().statusCode(422)
                .body(containsString("This was decided already: requests other boss granted 50 of 300."));

        assertThat(ledger.balance(ben.id).available()).isEqualTo(Credits.of(150));
        assertThat(audited()).isEmpty();
    }

    @Test
    @TestSecurity(user = BOSS, roles = { "admin", "user" })
    void whatWasDecidedIsReadInPages() {
        UUID boss = people.signedInAs(BOSS).id;
        clock.set(Instant.parse("2090-01-01T00:00:00Z"));
        for (int i = 1; i <= 30; i++) {
            clock.advance(Duration.ofMinutes(1));
            requests.decide(new Answer(ask("Long list " + i + "."), boss, Credits.ZERO, Optional.empty(), "no"));
        }
        String first = given().get("/admin/requests").asString();
        String older = first.replaceAll("(?s).*href=\"(/admin/requests\\?before=[^\"]+)\".*", "$1");

        assertThat(Forms.text(first)).contains("Long list 30.", "Long list 6.", "Older").doesNotContain("Long list 5.");
        assertThat(page(older)).contains("Long list 5.", "Long list 1.", "Newest").doesNotContain("Long list 6.");
        given().get("/admin/requests?before=yesterday").then().statusCode(404);
    }

    @Test
    @TestSecurity(user = BOSS, roles = { "admin", "user" })
    void theTableHasAllOfThem() {
        ask("=HYPERLINK(\"x\")");

        String csv = given().get("/admin/requests.csv").then().statusCode(200).extract().asString();

        assertThat(csv).contains("Asked at,Person,Credits,Reason")
                .contains("," + ben.name + ",300,\"'=HYPERLINK(\"\"x\"\")\",,Open,,,,,\r\n");
    }

    private UUID ask(String reason) {
        requests.ask(ben.id, Credits.of(300), reason, Optional.empty());
        return requests.openOf(ben.id).orElseThrow().id();
    }

    private List<String> audited() {
        return sql.all("SELECT concat_ws(' | ', action, before, after, reason) FROM audit_entry WHERE subject = ? ORDER BY id",
                row -> row.getString(1), ben.id);
    }

    private static String decision(UUID request) {
        return "/admin/requests/" + request + "/decision";
    }

    private static String page(String path) {
        return Forms.text(given().get(path).then().statusCode(200).extract().asString());
    }
}
