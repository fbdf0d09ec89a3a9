package app.inbetween.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import java.time.Instant;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
@TestSecurity(user = DeactivatedTest.DORA, roles = { "admin", "user" })
class DeactivatedTest {

    static final String DORA = "deactivated dora";

    @Inject
    People people;

    @BeforeEach
    void doraIsShutOut() {
        User dora = people.signedInAs(DORA);
        QuarkusTransaction.requiringNew().run(() -> User.<User> findById(dora.id).deactivate(Instant.EPOCH));
    }

    @AfterEach
    void doraIsLetInAgain() {
        User dora = people.signedInAs(DORA);
        QuarkusTransaction.requiringNew().run(() -> User.<User> findById(dora.id).activate());
        given().get("/create").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/create", "/gallery", "/credits", "/admin/users", "/admin/audit", "/signed-in", "/sign-in",
            "/videos/00000000-0000-0000-0000-000000000000/file", "/frames/00000000-0000-0000-0000-000000000000/file" })
    void everyPageSaysSoAndWhomToAsk(String path) {
        given().get(path).then().statusCode(403).contentType("text/html").body(containsString("Your account was deactivated"))
                .body(containsString("ask whoever runs this studio"));
    }

    @Test
    void aPageThatIsStillOpenIsToldInPlace() {
        given().header("HX-Request", "true").get("/create").then().statusCode(403).body(containsString("class=\"toast"))
                .body(containsString("Your account was deactivated")).body(not(containsString("<html")));
    }

    @Test
    void aNewNameDoesNotUndoADeactivationItHasNotSeen() {
        User dora = people.signedInAs(DORA);
        QuarkusTransaction.requiringNew().run(() -> User.<User> findById(dora.id).activate());

        QuarkusTransaction.requiringNew().run(() -> {
            User seen = User.findById(dora.id);
            QuarkusTransaction.requiringNew().run(() -> User.<User> findById(dora.id).deactivate(Instant.EPOCH));
            seen.email = "dora@example.org";
        });

        assertThat(QuarkusTransaction.requiringNew().call(() -> User.<User> findById(dora.id)).isActive()).isFalse();
    }
}
