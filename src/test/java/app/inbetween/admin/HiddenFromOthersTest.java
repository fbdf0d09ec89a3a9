package app.inbetween.admin;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.inbetween.account.People;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** Whoever is no administrator finds nothing, and learns nothing of what there is. */
@QuarkusTest
class HiddenFromOthersTest {

    private static final String SOMEBODY = UUID.randomUUID().toString();

    @Inject
    People people;

    @ParameterizedTest
    @ValueSource(strings = { "GET /admin/users", "GET /admin/users.csv", "GET /admin/users/{id}",
            "GET /admin/users/{id}/refunds",
            "GET /admin/users/{id}/refunds/{other}", "POST /admin/users/{id}/refunds/{other}", "POST /admin/users/{id}/grants",
            "POST /admin/users/{id}/take-backs", "POST /admin/users/{id}/limits", "POST /admin/users/{id}/deactivation",
            "POST /admin/users/{id}/activation", "POST /admin/users/{id}/handover", "GET /admin/grants", "POST /admin/grants",
            "GET /admin/grants/{other}", "POST /admin/grants/{other}", "GET /admin/grants/{other}/people.csv",
            "GET /admin/audit", "GET /admin/audit.csv", "GET /admin/providers", "POST /admin/providers/local/checkup",
            "POST /admin/providers/local/switch", "POST /admin/providers/local/models" })
    @TestSecurity(user = "hidden ben", roles = "user")
    void nothingIsHere(String route) {
        String path = route.split(" ")[1].replace("{id}", people.signedInAs("hidden ben").id.toString())
                .replace("{other}", SOMEBODY);
        if (route.startsWith("GET")) {
            given().get(path).then().statusCode(404).body(containsString("Nothing is here"));
        } else {
            Office.send(path, Office.form("amount", "200", "reason", "Because I would like to", "audience", "everyone"))
                    .statusCode(404).body(containsString("Nothing is here"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "/admin/users", "/admin/grants", "/admin/audit", "/admin/users.csv", "/admin/audit.csv" })
    void whoIsSignedOutIsAskedToSignIn(String path) {
        given().redirects().follow(false).get(path).then().statusCode(302);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/admin/users/" + "00000000-0000-0000-0000-000000000000", "/admin/users/nonsense",
            "/admin/users?after=nonsense", "/admin/users?sort=free&after=00000000-0000-0000-0000-000000000000x",
            "/admin/grants/00000000-0000-0000-0000-000000000000", "/admin/users/00000000-0000-0000-0000-000000000000/refunds" })
    @TestSecurity(user = "hidden ada", roles = { "admin", "user" })
    void anAddressThatMeansNothingIsNotFound(String path) {
        given().get(path).then().statusCode(404);
    }
}
