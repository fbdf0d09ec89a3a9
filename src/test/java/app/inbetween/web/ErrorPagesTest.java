package app.inbetween.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Collections;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ErrorPagesTest {

    @TestHTTPResource("/create")
    URI create;

    @Test
    void anUnknownAddressIsSaidToBeEmpty() {
        given().accept("text/html").get("/nowhere").then().statusCode(404).contentType("text/html")
                .body(containsString("<h1>Nothing is here</h1>"));
    }

    @Test
    void aBugIsToldByItsNumberOnly() {
        given().get("/broken").then().statusCode(500)
                .body(containsString("Something broke on this server"))
                .body(matchesPattern("(?s).*Incident <span class=\"mono\">[0-9A-F]{8}</span>.*"))
                .body(not(containsString("secrets")));
    }

    @Test
    void beingBusyIsNotABug() {
        given().get("/busy").then().statusCode(503).body(containsString("Inbetween is busy or being restarted"));
    }

    @Test
    void aWrongMethodIsExplained() {
        given().header("HX-Request", "true").put("/sign-in").then().statusCode(405)
                .body(containsString("This address cannot be used that way"));
    }

    @Test
    void scriptsAreAnsweredWithAToast() {
        given().header("HX-Request", "true").get("/nowhere").then().statusCode(404).body(containsString("class=\"toast"))
                .body(not(containsString("<html")));
    }

    @Test
    void programsAreAnsweredInJson() {
        given().get("/api/v1/nowhere").then().statusCode(404).contentType("application/json").body("status", equalTo(404))
                .body("title", equalTo("Nothing is here"));
    }

    @Test
    void aBodyFarTooLargeIsRefusedWithAPage() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(create)
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> zeros(290)), 290_000_000L)).build();

        HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("<h1>That is too much to send at once</h1>");
        assertThat(response.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    private static InputStream zeros(int megabytes) {
        byte[] megabyte = new byte[1_000_000];
        Arrays.fill(megabyte, (byte) 'x');
        return new java.io.SequenceInputStream(Collections.enumeration(
                Collections.nCopies(megabytes, megabyte).stream().map(java.io.ByteArrayInputStream::new).toList()));
    }
}
