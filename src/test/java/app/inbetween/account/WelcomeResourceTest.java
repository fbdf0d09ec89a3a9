package app.inbetween.account;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
class WelcomeResourceTest {

    @Test
    void strangersAreToldWhatThisIsAndWhereToSignIn() {
        given().get("/").then().statusCode(200).body(containsString("We draw in between"))
                .body(containsString("href=\"/sign-in\""));
    }

    @Test
    @TestSecurity(user = "ben")
    void peopleWhoAreSignedInGoToWork() {
        given().redirects().follow(false).get("/").then().statusCode(303).header("Location", endsWith("/create"));
    }

    @ParameterizedTest
    @TestSecurity(user = "ben")
    @CsvSource({ "/gallery,/gallery", "/generations/1?x=2,/generations/1?x=2", "//evil.example,/create",
            "/\\evil.example,/create",
            "https://evil.example,/create", "javascript:alert(1),/create" })
    void signInLeadsOnlyToOurOwnPages(String wanted, String led) {
        given().redirects().follow(false).queryParam("to", wanted).get("/sign-in").then().statusCode(303)
                .header("Location", endsWith(led));
    }

    @Test
    void aScriptWhoseSignInExpiredIsToldSo() {
        given().header("HX-Request", "true").get("/sign-in").then().statusCode(499);
    }

    @Test
    void whoIsRefusedIsTold() {
        given().get("/sign-in-refused").then().statusCode(401).body(containsString("You could not be signed in"));
    }

    @Test
    void anAnswerOfTheIdentityProviderThatIsNotForThisBrowserIsExplained() {
        String state = given().redirects().follow(false).get("/sign-in").then().extract().cookies().keySet().stream()
                .filter(name -> name.startsWith("q_auth_")).findFirst().orElseThrow();

        given().redirects().follow(false).cookie(state, "forged").queryParam("code", "stolen")
                .queryParam("state", state.substring("q_auth_".length())).get("/sign-in").then().statusCode(401)
                .body(containsString("You could not be signed in"));
    }

    @Test
    void signInStartsAtTheIdentityProviderWithProof() {
        given().redirects().follow(false).get("/sign-in").then().statusCode(302)
                .header("Location", containsString("code_challenge_method=S256"));
    }
}
