package app.inbetween.admin.book;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.inbetween.SettableClock;
import app.inbetween.account.People;
import app.inbetween.account.User;
import app.inbetween.books.Check;
import app.inbetween.books.Checks;
import app.inbetween.database.Sql;
import app.inbetween.ledger.Bookkeeper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
@TestSecurity(user = "ada", roles = { "admin", "user" })
class BooksResourceTest {

    @Inject
    Checks checks;
    @Inject
    Bookkeeper books;
    @Inject
    People people;
    @Inject
    Sql sql;
    @Inject
    SettableClock clock;

    private User hugo;
    private UUID orphan;

    /** As if a clip had been lost between holding and storing. */
    @BeforeEach
    void holdForNothing() {
        // Another test may have been ahead of the time.
        checks.last().filter(last -> !last.started().isBefore(clock.instant()))
                .ifPresent(last -> clock.set(last.started().plusSeconds(1)));
        hugo = people.register("Hugo the holder");
        orphan = UUID.randomUUID();
        books.hold(hugo.id, orphan, 3);
    }

    @AfterEach
    void letGo() {
        books.release(orphan);
        clock.reset();
    }

    @Test
    void aCheckOnDemandIsMadeShownAndAudited() {
        String token = given().redirects().follow(false).get("/").cookie("csrf-token");

        given().redirects().follow(false).cookie("csrf-token", token).formParam("csrf-token", token)
                .post("/admin/books/checks").then().statusCode(303).header("Location", endsWith("/admin/books"));

        assertThat(page("/admin/books")).contains("Credits are held for no clip under way")
                .contains("Find out why the clip ended without its hold")
                .contains("Hugo the holder " + orphan + " 3 held, no such clip")
                .contains("ada").contains("What must never be").doesNotContain("Every movement balanced");
        String ada = sql.one("""
                SELECT u.name FROM audit_entry a JOIN app_user u ON u.id = a.actor WHERE a.action = 'Had the books checked'
                ORDER BY a.at DESC LIMIT 1""", row -> row.getString(1));
        assertThat(ada).isEqualTo("ada");
    }

    @Test
    void findingsAreHadForASpreadsheet() {
        Check check = checks.run(Optional.empty()).orElseThrow();

        String csv = given().get("/admin/books.csv?check=" + check.id()).then().statusCode(200).extract().asString();

        assertThat(csv).contains("Credits are held for no clip under way,Hugo the holder," + hugo.id + ",," + orphan
                + ",\"3 held, no such clip\",");
    }

    @Test
    void anEarlierCheckCanBeLookedAt() {
        Check earlier = checks.run(Optional.empty()).orElseThrow();
        clock.advance(Duration.ofMinutes(1));
        checks.run(Optional.empty());

        assertThat(page("/admin/books?check=" + earlier.id())).contains("This is an earlier check", "Nightly",
                "Hugo the holder");
        given().get("/admin/books?check=" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void aNightWithoutACheckIsSaid() {
        checks.run(Optional.empty());
        assertThat(page("/admin/books")).doesNotContain("Last night's check is missing");

        clock.advance(Duration.ofDays(2));

        assertThat(page("/admin/books")).contains("Last night's check is missing");
    }

    @Test
    @TestSecurity(user = "ben", roles = "user")
    void toOthersThereIsNoSuchPage() {
        given().get("/admin/books").then().statusCode(404);
        given().get("/admin/books.csv").then().statusCode(404);
        String token = given().redirects().follow(false).get("/").cookie("csrf-token");
        given().cookie("csrf-token", token).formParam("csrf-token", token).post("/admin/books/checks").then().statusCode(404);
    }

    private static String page(String path) {
        return given().get(path).then().statusCode(200).extract().asString().replaceAll("<[^>]*>", " ").replace("&#39;", "'")
                .replaceAll("\\s+", " ");
    }
}
