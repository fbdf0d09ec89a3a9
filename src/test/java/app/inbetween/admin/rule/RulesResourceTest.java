package app.inbetween.admin.rule;

import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.inbetween.Forms;
import app.inbetween.SettableClock;
import app.inbetween.account.People;
import app.inbetween.budget.Allowance;
import app.inbetween.budget.Allowances;
import app.inbetween.budget.ProviderBudgets;
import app.inbetween.database.Sql;
import app.inbetween.price.Money;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
class RulesResourceTest {

    private static final String BOSS = "rules boss";

    @Inject
    People people;
    @Inject
    Allowances allowances;
    @Inject
    ProviderBudgets budgets;
    @Inject
    Sql sql;
    @Inject
    SettableClock clock;

    private final String name = "Film " + UUID.randomUUID();
    private final String group = "crew " + UUID.randomUUID();

    @BeforeEach
    void begin() {
        clock.set(Instant.parse("2026-11-21T14:20:00Z"));
    }

    @AfterEach
    void theBooksAreInOrder() {
        mine().forEach(rule -> allowances.end(rule.id()));
        budgets.remove("local");
        clock.reset();
        assertNoViolations();
    }

    @Test
    @TestSecurity(user = "rules nobody", roles = "user")
    void toOthersItDoesNotExist() {
        given().get("/admin/rules").then().statusCode(404);
        allowance().formParam("action", "confirm").post("/admin/rules/allowances").then().statusCode(404);
        Forms.form().formParam("reason", "because").post("/admin/rules/allowances/" + UUID.randomUUID() + "/end").then()
                .statusCode(404);
        Forms.form().formParam("limit", "5").formParam("reason", "because").post("/admin/rules/budgets/local").then()
                .statusCode(404);
        assertThat(mine()).isEmpty();
    }

    @Test
    @TestSecurity(user = BOSS, roles = { "admin", "user" })
    void whatTheConfigurationSaysIsShownWithItsKey() {
        assertThat(page()).contains("Welcome Everyone, once, on first sign-in 100 once",
                "Set by inbetween.ledger.welcome-credits",
                "Most a person may spend in a day inbetween.ledger.daily-cap no limit",
                "inbetween.budget.low-balance 20 and 5 credits", "inbetween.ledger.time-zone UTC");
    }

    @Test
    @TestSecurity(user = BOSS, roles = { "admin", "user" })
    void budgetsStandInTheOrderOfTheNamesThatAreRead() {
        String html = given().get("/admin/rules").asString();
        Matcher label = Pattern.compile("Limit<span class=\"visually-hidden\"> ([^<]+)<").matcher(html);

        List<String> labels = label.results().map(found -> found.group(1)).toList();

        assertThat(labels).hasSizeGreaterThan(2).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
    }

    @Test
    @TestSecurity(user = BOSS, roles = { "admin", "user" })
    void aPreviewSaysWhoGetsWhatAndChangesNothing() {
        people.signsIn("Berta " + group, Set.of("user"), group);
        people.signsIn("Anton " + group, Set.of("user"), group);

        String preview = Forms.text(allowance().formParam("action", "preview").post("/admin/rules/allowances").then()
                .statusCode(200).extract().asString());

        assertThat(preview).contains("Covers now 2 people", "Given this month 600",
                "Anton " + group + " 100 +300 Berta " + group + " 100 +300", "Nothing has happened yet");
        assertThat(mine()).isEmpty();
    }

    @Test
    @TestSecurity(user = BOSS, roles = { "admin", "user" })
    void whatIsConfirmedTwiceIsAddedOnce() {
        String key = UUID.randomUUID().toString();
        for (int click = 0; click < 2; click++) {
            allowance().formParam("key", key).formParam("action", "confirm").post("/admin/rules/allowances").then()
                    .statusCode(303);
        }

        assertThat(mine()).hasSize(1);
        assertThat(page()).contains(name, "Group " + group + ", 0 people now; up to 100 left over is kept");
        assertThat(audited()).containsExactly("Added an allowance |  | 300 credits a month to Group " + group
                + ", up to 100 left over is kept, from 2026-11-21 | Spring film");
    }

    @Test
    @TestSecurity(user = BOSS, roles = { "admin", "user" })
    void whoGoesBackFromThePreviewFindsWhatTheyTyped() {
        String page = allowance().formParam("action", "back").post("/admin/rules/allowances").then().statusCode(200).extract()
                .asString();

        assertThat(page).contains("<details class=\"card add\" open>").contains("value=\"" + name + "\"");
    }

    @ParameterizedTest
    @TestSecurity(user = BOSS, roles = { "admin", "user" })
    @CsvSource({ "amount,0,above zero", "amount,many,above zero", "rollover,-1,0 for none", "starts,2026-11-20,from today on",
            "starts,soon,from today on", "reason,x,Say why", "claim,'',Write the name of the role or group", "name,'',a name",
            "covers,NOBODY,Choose whom it covers" })
    void whatIsWrongIsSaid(String field, String value, String said) {
        String page = Forms.text(filled(field, value).formParam("action", "confirm").post("/admin/rules/allowances").then()
                .statusCode(422).extract().asString());

        assertThat(page).contains(said);
        assertThat(mine()).isEmpty();
    }

    @Test
    @TestSecurity(user = BOSS, roles = { "admin", "user" })
    void anAllowanceEndsWithAReason() {
        allowance().formParam("action", "confirm").post("/admin/rules/allowances").then().statusCode(303);
        String end = "/admin/rules/allowances/" + mine().get(0).id() + "/end";

        String refused = Forms.form().formParam("reason", " ").post(end).then().statusCode(422).extract().asString();
        assertThat(refused).contains("Say why, in 3 to 300 characters");
        for (int click = 0; click < 2; click++) {
            Forms.form().formParam("reason", "The film is done").post(end).then().statusCode(303);
        }

        assertThat(mine()).isEmpty();
        assertThat(audited()).hasSize(2).last().asString().startsWith("Ended an allowance")
                .endsWith("Gives nothing more | The film is done");
    }

    @Test
    @TestSecurity(user = BOSS, roles = { "admin", "user" })
    void aProviderGetsALimitAndLosesItAgain() {
        budget("2.50", "First month", "set").then().statusCode(303);
        assertThat(page()).contains("$0.00 of $2.50 today");
        assertThat(budgets.of("local")).contains(Money.dollars(2_500_000));

        budget("", "Not needed", "remove").then().statusCode(303);

        assertThat(page()).contains("$0.00 today, no limit");
        assertThat(sql.all("SELECT before || ' > ' || after FROM audit_entry WHERE object = 'local' ORDER BY id DESC LIMIT 2",
                row -> row.getString(1))).containsExactly("$2.50 a day > No limit", "No limit > $2.50 a day");
    }

    @ParameterizedTest
    @TestSecurity(user = BOSS, roles = { "admin", "user" })
    @CsvSource({ "-1,Because,Write an amount of dollars", "x,Because,Write an amount of dollars",
            "1.0000001,Because,Write an amount of dollars", "5,'',Say why" })
    void aLimitThatIsWrongIsRefused(String limit, String reason, String said) {
        String refused = budget(limit, reason, "set").then().statusCode(422).extract().asString();

        assertThat(refused).contains(said).contains("value=\"" + limit + "\"");
        assertThat(budgets.of("local")).isEmpty();
    }

    @Test
    @TestSecurity(user = BOSS, roles = { "admin", "user" })
    void aLimitOfNothingIsUsedUpAtOnce() {
        budget("0", "Switched off", "set").then().statusCode(303);

        assertThat(budgets.of("local")).contains(Money.dollars(0));
        assertThat(page()).contains("used up");
    }

    @Test
    @TestSecurity(user = BOSS, roles = { "admin", "user" })
    void aProviderNobodyKnowsIsNotFound() {
        Forms.form().formParam("limit", "5").formParam("reason", "because").post("/admin/rules/budgets/nobody").then()
                .statusCode(404);
    }

    private RequestSpecification allowance() {
        return filled("", "");
    }

    private RequestSpecification filled(String field, String value) {
        RequestSpecification form = Forms.form();
        for (String[] one : new String[][] { { "name", name }, { "covers", "GROUP" }, { "claim", group }, { "amount", "300" },
                { "rollover", "100" }, { "starts", "2026-11-21" }, { "reason", "Spring film" } }) {
            form.formParam(one[0], one[0].equals(field) ? value : one[1]);
        }
        return form;
    }

    private static io.restassured.response.Response budget(String limit, String reason, String action) {
        return Forms.form().formParam("limit", limit).formParam("reason", reason).formParam("action", action)
                .post("/admin/rules/budgets/local");
    }

    private List<Allowance> mine() {
        return allowances.running().stream().map(Allowances.Reach::allowance).filter(rule -> rule.name().equals(name)).toList();
    }

    private List<String> audited() {
        return sql.all("SELECT concat_ws(' | ', action, before, after, reason) FROM audit_entry WHERE object = ? ORDER BY id",
                row -> row.getString(1), name);
    }

    private static String page() {
        return Forms.text(given().get("/admin/rules").then().statusCode(200).extract().asString());
    }
}
