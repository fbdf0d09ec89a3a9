package app.inbetween.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SecurityHeadersTest {

    @ParameterizedTest
    @ValueSource(strings = { "/", "/nowhere", "/broken", "/css/tokens.css", "/assets/any/js/app.js", "/css/nothing.css",
            "/webjars/htmx.org/dist/htmx.min.js", "/q/health" })
    void everyAnswerCarriesThem(String path) {
        given().get(path).then().header("Content-Security-Policy", startsWith("default-src 'self'; "))
                .header("Content-Security-Policy", not(containsString("unsafe"))).header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin").header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Strict-Transport-Security", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/nowhere" })
    void pagesHaveNothingInline(String path) {
        given().get(path).then().body(not(containsString("style=\""))).body(not(containsString("<style")))
                .body(not(containsString("onclick"))).body(not(containsString("<script>")));
    }
}
