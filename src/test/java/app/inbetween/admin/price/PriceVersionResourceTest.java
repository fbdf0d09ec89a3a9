package app.inbetween.admin.price;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.inbetween.SettableClock;
import app.inbetween.database.Sql;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@TestSecurity(user = "prices ada", roles = { "admin", "user" })
class PriceVersionResourceTest {

    private static final String VERSIONS = "/admin/prices/versions";

    @Inject
    Sql sql;
    @Inject
    SettableClock clock;

    private final Map<String, String> form = new HashMap<>();
    private String model;

    /** Seven credits, which the provider asks five cents and a half for. */
    @BeforeEach
    void setAPrice() {
        clock.set(Instant.parse("2026-11-21T10:00:00Z"));
        model = "versions/" + UUID.randomUUID();
        sql.run("""
                INSERT INTO price (model, resolution, version, per_second, cost_currency, cost_per_second, valid_from)
                VALUES (?, '720p', 1, 7000, 'USD', 55000, '2026-01-01T00:00:00Z')
                """, model);
        form.putAll(Map.of("model", model, "resolution", "720p", "variant", "standard", "per-second", "8", "rounding", "TENTH",
                "currency", "USD", "cost", "0.06", "start", "2026-11-23T00:00", "reason", "fal asks more"));
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void theFormBeginsWithWhatIsInForceAndTomorrow() {
        String page = html(path());

        assertThat(text(page)).contains("1 in force 7 per second").contains("Times are in UTC");
        assertThat(page).contains("name=\"per-second\" inputmode=\"decimal\" maxlength=\"30\" autocomplete=\"off\" value=\"7\"")
                .contains("value=\"0.055\"").contains("value=\"2026-11-22T00:00\"").doesNotContain("I mean it");
    }

    @Test
    void tiersComeBackAsTheyAreTyped() {
        assertThat(html(VERSIONS + "?model=fal/wan-flf2v&resolution=480p")).contains("5.063 s = 25\n6.25 s = 31.25",
                "5.063 s = 0.2\n6.25 s = 0.25");
    }

    @Test
    void thePreviewSaysWhatWouldChangeAndStoresNothing() {
        String page = text(post("/preview").statusCode(200).extract().asString());

        assertThat(page).contains("What this price would do", "from Mon 23 Nov 2026, 00:00. Nothing is stored yet.")
                .contains("Credits 7 per second 8 per second")
                .contains("Rounded up to a thousandth of a credit to a tenth of a credit")
                .contains("Costs us $0.055 per second $0.06 per second").contains("Margin 21 % 25 %")
                .contains("None was charged in October 2026.").doesNotContain("not above what it costs us");
        assertThat(text(html(path()))).doesNotContain("planned");
    }

    @Test
    void aPriceBelowTheCostIsWarnedOf() {
        form.put("per-second", "5");

        assertThat(text(post("/preview").statusCode(200).extract().asString()))
                .contains(
                        "This price is not above what it costs us A video of 5 s earns $0.25 and costs us $0.30: a loss of $0.05 on each.")
                .contains("−20 %");
    }

    @Test
    void whatIsConfirmedIsTheNextVersionAndIsNoted() {
        form.put("tiers", "5 s = 36\r\n10 s = 65");
        String location = post("").statusCode(303).extract().header("Location");

        assertThat(text(html(location.replaceFirst("^https?://[^/]+", ""))))
                .contains("Version 2 is planned From Mon 23 Nov 2026, 00:00: 36 up to 5 s, 65 up to 10 s, then 8 per second.")
                .contains(
                        "2 planned 36 up to 5 s, 65 up to 10 s, then 8 per second rounded up to a tenth of a credit $0.06 per second "
                                + "Mon 23 Nov 2026, 00:00 – prices ada fal asks more")
                .contains("1 in force 7 per second rounded up to a thousandth of a credit $0.055 per second "
                        + "Thu 1 Jan 2026, 00:00 Mon 23 Nov 2026, 00:00 Inbetween")
                .doesNotContain("Next version");
        assertThat(text(html("/admin/prices?search=" + model)))
                .contains("36 up to 5 s, 65 up to 10 s, then 8 per second from Mon 23 Nov 2026, 00:00");
        assertThat(audit()).containsExactly("Set a price | " + model
                + " at 720p | version 1: 7 per second, rounded up to a thousandth "
                + "of a credit, costs us $0.055 per second | version 2: 36 up to 5 s, 65 up to 10 s, then 8 per second, rounded up to a tenth of a "
                + "credit, costs us $0.06 per second, from Mon 23 Nov 2026, 00:00 | fal asks more");
    }

    @Test
    void confirmingTwiceIsOneVersionAndOneNote() {
        post("").statusCode(303);
        post("").statusCode(303);

        assertThat(text(html(path()))).contains("Version 2 is planned");
        assertThat(audit()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "per-second | | Type the credits for each second of video.",
            "per-second | seven | “seven” is no amount of credits. Write it like 7 or 0.125, with at most three decimals.",
            "per-second | 0,125 | “0,125” is no amount of credits. Write it like 7 or 0.125, with at most three decimals.",
            "per-second | 0 | 0 credits per second would give videos away. If that is meant, tick Free.",
            "per-second | -1 | A price cannot be negative: −1 credits would pay people.",
            "tiers | 5 seconds | “5 seconds” is no tier. Write a length, an equals sign and a total, such as 5 s = 30.",
            "cost | cheap | “cheap” is no amount of money. Write it like 0.07, with at most six decimals.",
            "cost | | Type what the provider asks for each second, or choose that nobody bills us.",
            "currency | | Choose in which money the provider bills us, or empty what it asks.",
            "cost-tiers | 5 s = -1 | “5 s = -1” is no tier. Write a length, an equals sign and a total, such as 5 s = 30.",
            "start | soon | Say when it begins, with day and time, such as 2026-11-23T00:00.",
            "start | 2026-11-21T09:59 | Saturday 21 November 2026 at 09:59 is past. A price can only begin in the future.",
            "reason | | Say in a few words why the price changes. It stays in the history." })
    void whatIsRefusedComesBackAsItWasTyped(String field, String typed, String sentence) {
        form.put(field, typed == null ? "" : typed);
        form.put("variant", "standard");

        for (String step : List.of("/preview", "")) {
            String page = post(step).statusCode(422).extract().asString();

            assertThat(text(page)).contains(sentence).doesNotContain("I mean it");
            assertThat(page).contains("-says\" aria-invalid=\"true\"", "role=\"alert\"").contains("value=\"TENTH\" selected");
        }
        assertThat(text(html(path()))).doesNotContain("planned");
    }

    @Test
    void whatLooksLikeASlipIsTakenFromWhoMeansIt() {
        form.put("per-second", "35");

        String page = post("/preview").statusCode(422).extract().asString();
        assertThat(text(page)).contains("35 credits are what a whole video of 5 s costs now.", "I mean it");
        assertThat(page).contains("value=\"35\"", "value=\"fal asks more\"");

        form.put("meant", "true");
        assertThat(post("/preview").statusCode(200).extract().asString()).contains("name=\"meant\" value=\"true\"");
        post("").statusCode(303);
    }

    @Test
    void fromThePreviewOneCanGoBackToTheForm() {
        form.put("action", "edit");
        form.put("per-second", "8.5");

        assertThat(post("/preview").statusCode(200).extract().asString()).contains("Next version", "value=\"8.5\"");
    }

    @Test
    void aFreePriceIsMarked() {
        form.put("per-second", "");
        form.put("free", "true");

        assertThat(text(post("/preview").statusCode(200).extract().asString())).contains("Credits 7 per second free")
                .contains("a loss of $0.30 on each");
        post("").statusCode(303);
        assertThat(text(html(path()))).contains("2 planned free");
    }

    @Test
    void aPlannedVersionCanBeWithdrawnWithAReason() {
        post("").statusCode(303);
        form.put("number", "2");

        form.put("reason", "");
        assertThat(text(post("/withdrawal").statusCode(422).extract().asString()))
                .contains("Say in a few words why it is withdrawn. It stays in the history.");
        form.put("reason", "fal asks the same after all");
        post("/withdrawal").statusCode(303);

        assertThat(text(html(path()))).contains("2 withdrawn 8 per second")
                .contains("fal asks more prices ada withdrew it Sat 21 Nov 2026, 10:00: fal asks the same after all")
                .contains("Next version").doesNotContain("planned");
        assertThat(audit()).hasSize(2).last().asString().startsWith("Withdrew a planned price | " + model);
    }

    @Test
    void aModelThatIsOfferedWithoutAPriceCanGetOne() {
        String path = VERSIONS + "?model=local/flow&resolution=720p&variant=fast";

        assertThat(text(html(path))).contains("Flow, 720p, fast", "There is no price yet, so nobody can ask for this.");
    }

    @Test
    void whatNeitherHasAPriceNorIsOfferedIsNotFound() {
        given().get(VERSIONS + "?model=nothing/here&resolution=720p").then().statusCode(404);
        given().get(VERSIONS).then().statusCode(404);
        form.put("model", "nothing");
        post("/preview").statusCode(404);
        post("").statusCode(404);
    }

    private String path() {
        return VERSIONS + "?model=" + model + "&resolution=720p";
    }

    private ValidatableResponse post(String step) {
        String token = given().redirects().follow(false).get("/").cookie("csrf-token");
        return given().redirects().follow(false).cookie("csrf-token", token).formParam("csrf-token", token).formParams(form)
                .post(VERSIONS + step).then();
    }

    private List<String> audit() {
        return sql.all("""
                SELECT concat_ws(' | ', action, object, before, after, reason) FROM audit_entry WHERE object = ? ORDER BY at, id
                """, row -> row.getString(1), model + " at 720p");
    }

    private static String html(String path) {
        return given().urlEncodingEnabled(false).get(path).then().statusCode(200).extract().asString();
    }

    /** What a person reads. */
    private static String text(String html) {
        return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").replaceAll(" ([.:,])", "$1");
    }
}
