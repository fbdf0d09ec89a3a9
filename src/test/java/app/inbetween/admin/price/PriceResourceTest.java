package app.inbetween.admin.price;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.inbetween.database.Sql;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;

@QuarkusTest
class PriceResourceTest {

    @Inject
    Sql sql;

    @ParameterizedTest
    @ValueSource(strings = { "/admin/prices", "/admin/prices.csv", "/admin/prices/versions?model=local/flow&resolution=720p" })
    @TestSecurity(user = "prices ben", roles = "user")
    void toEveryoneElseThereIsNothing(String path) {
        given().get(path).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/admin/prices/versions", "/admin/prices/versions/preview", "/admin/prices/versions/withdrawal" })
    @TestSecurity(user = "prices ben", roles = "user")
    void norCanAnyoneElseChangeAnything(String path) {
        String token = given().redirects().follow(false).get("/").cookie("csrf-token");

        given().cookie("csrf-token", token).formParam("csrf-token", token).formParam("model", "local/flow")
                .formParam("resolution", "720p").formParam("variant", "standard").post(path).then().statusCode(404);
    }

    @Test
    void theSignedOutAreAskedToSignIn() {
        given().redirects().follow(false).get("/admin/prices").then().statusCode(302);
    }

    @Test
    @TestSecurity(user = "prices ada", roles = { "admin", "user" })
    void theBookSaysWhatEverythingCostsAndCostsUs() {
        assertThat(page("/admin/prices")).contains("Flow local/flow 480p 0.5")
                .contains("wan-flf2v wavespeed/wan-flf2v · not offered here")
                .contains("480p, fast 3.75 18.75 up to 5 s, 28.125 up to 10 s 0.001 $0.15 up to 5 s, $0.225 up to 10 s 20 % "
                        + "1 Jan 2026, version 1")
                .contains("¥0.10 per second").contains("$0.112 per second");
    }

    @Test
    @TestSecurity(user = "prices ada", roles = { "admin", "user" })
    void whatIsSoldAtALossStandsOut() {
        String model = "loss/" + UUID.randomUUID();
        sql.run("""
                INSERT INTO price (model, resolution, version, per_second, cost_currency, cost_per_second, valid_from)
                VALUES (?, '720p', 1, 5000, 'USD', 50000, '2026-01-01T00:00:00Z'), (?, '1080p', 1, 4000, 'USD', 50000, '2026-01-01T00:00:00Z')
                """,
                model, model);

        assertThat(html("/admin/prices?search=" + model)).contains("<span class=\"badge badge--warn\">0 %</span>",
                "<span class=\"badge badge--bad\">−25 %</span>");
    }

    @Test
    @TestSecurity(user = "prices ada", roles = { "admin", "user" })
    void aProviderOrAWordNarrowsTheBook() {
        assertThat(page("/admin/prices?provider=dashscope")).contains("dashscope/wan2.7-i2v", "3 models ").doesNotContain(
                "fal/",
                "local/");
        assertThat(page("/admin/prices?search=WAN+turbo")).contains("No model matches.");
        assertThat(page("/admin/prices?search=Kling+turbo")).contains("fal/kling-v2.5-turbo-pro").doesNotContain("kling-v3");
        assertThat(html("/admin/prices?search=%22%3E")).contains("value=\"&quot;&gt;\"").contains("No model matches.");
    }

    @Test
    @TestSecurity(user = "prices ada", roles = { "admin", "user" })
    void theFileHoldsWhatTheListShows() {
        Response file = given().get("/admin/prices.csv?provider=fal&search=flf2v");

        assertThat(file.contentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"prices.csv\"");
        assertThat(file.asString().split("\r\n")).hasSize(3)
                .contains("fal/wan-flf2v,480p,standard,1,in force,4.938,\"25 up to 5.063 s, 31.25 up to 6.25 s\","
                        + "to a thousandth of a credit,0.0395,USD,\"$0.20 up to 5.063 s, $0.25 up to 6.25 s\","
                        + "2026-01-01T00:00:00Z,,,Shipped with Inbetween,,");
    }

    private static String page(String path) {
        return html(path).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    private static String html(String path) {
        return given().urlEncodingEnabled(false).get(path).then().statusCode(200).extract().asString();
    }
}
