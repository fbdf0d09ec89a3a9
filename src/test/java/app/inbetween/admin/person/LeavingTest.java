package app.inbetween.admin.person;

import static app.inbetween.admin.Office.does;
import static app.inbetween.admin.Office.form;
import static app.inbetween.admin.Office.read;
import static app.inbetween.admin.Office.refused;
import static app.inbetween.admin.Office.text;
import static app.inbetween.books.BookAssertions.assertBalanced;
import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import java.time.Duration;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.inbetween.account.People;
import app.inbetween.admin.Books;
import app.inbetween.generation.Generation;
import app.inbetween.generation.State;
import app.inbetween.generation.Studio;
import app.inbetween.generation.Studio.Person;
import app.inbetween.generation.Video;
import app.inbetween.ledger.Ledger;
import app.inbetween.price.Credits;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
@TestSecurity(user = LeavingTest.ADA, roles = { "admin", "user" })
class LeavingTest {

    static final String ADA = "leaving ada";
    /** Has none of the pictures that everybody in tests has. */
    private static final String HEIR = "leaving heir";
    private static final String REASON = "Has left the studio";

    @Inject
    People people;
    @Inject
    Studio studio;
    @Inject
    Ledger ledger;
    @Inject
    Books books;

    private Person ben;

    @BeforeEach
    void benIsThere() {
        studio.clear();
        ben = studio.person("leaving ben");
    }

    @AfterEach
    void theBooksAreInOrder() {
        assertNoViolations();
    }

    @Test
    void whoIsDeactivatedKeepsWhatIsTheirsAndMayComeBack() {
        Generation waiting = studio.asksForLocalClip(ben);

        String page = does(path("deactivation"), form("things", "keep", "heir", "", "reason", REASON));

        assertThat(page).contains("leaving ben is deactivated. 1 waiting clip called off.", "Let in again", "Hand work over")
                .doesNotContain("Grant credits");
        assertThat(studio.now(waiting).state).isEqualTo(State.CANCELLED);
        assertThat(studio.now(waiting).owner).isEqualTo(ben.id());
        assertThat(ledger.balance(ben.id()).available()).isEqualTo(Credits.of(100));
        assertThat(text(refused(path("grants"), form("amount", "5", "reason", REASON))))
                .contains("leaving ben is deactivated. Let them in again first.");
        assertThat(does(path("activation"), form("reason", "Has come back"))).contains("leaving ben can use Inbetween again.",
                "Grant credits");
        assertThat(books.auditOf(ben.id())).containsExactly("Deactivated a person; ; active; deactivated; " + REASON,
                "Activated a person; ; deactivated; active; Has come back");
    }

    @Test
    @TestSecurity(user = HEIR, roles = { "admin", "user" })
    void aClipUnderWaySettlesAndGoesToTheHeir() {
        UUID heir = people.signedInAs(HEIR).id;
        Generation clip = studio.asksForLocalClip(ben);
        studio.dispatch();
        assertThat(studio.now(clip).state).isEqualTo(State.RUNNING);
        String page = does(path("deactivation"), form("things", "hand-over", "heir", HEIR, "reason", REASON));

        assertThat(page).contains("leaving ben is deactivated. 1 clip and 2 frames went to leaving heir.");
        assertThat(ledger.balance(ben.id()).held().isPositive()).isTrue();
        await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(200)).until(() -> {
            studio.poll();
            return studio.videosOf(clip) == 1;
        });
        Video film = QuarkusTransaction.requiringNew().call(() -> Video.of(clip).orElseThrow());
        assertThat(film.owner).isEqualTo(heir);
        assertThat(ledger.balance(ben.id()).held()).isEqualTo(Credits.ZERO);
        assertThat(ledger.balance(ben.id()).spent()).isEqualTo(studio.now(clip).charge());
        given().get("/generations/" + clip.id).then().statusCode(200).body(containsString("Crossfade"));
        given().get("/videos/" + film.id + "/file").then().statusCode(200).contentType("video/mp4");
        given().get("/frames/" + studio.now(clip).firstFrame + "/file").then().statusCode(200);
        assertThat(read("/gallery")).contains("Crossfade");
        assertThat(books.noticesOf(heir)).contains(
                "You were given the work of leaving ben: 1 clip and 2 frames are yours now.");
        assertThat(books.auditOf(ben.id())).containsExactly("Deactivated a person; ; active; deactivated; " + REASON,
                "Handed work over; 1 clip and 2 frames; of leaving ben; of leaving heir; " + REASON);
        assertBalanced(ben.id(), heir);
    }

    @Test
    void whatIsTheirsCanBeHandedOverLater() {
        people.signedInAs(ADA);
        assertThat(text(refused(path("handover"), form("heir", ADA, "reason", REASON))))
                .contains("leaving ben is active and needs what is theirs. Deactivate them first.");
        does(path("deactivation"), form("things", "keep", "heir", "", "reason", REASON));

        assertThat(does(path("handover"), form("heir", "LEAVING ADA", "reason", REASON)))
                .contains("0 clips and 2 frames went to leaving ada.");
        assertThat(does(path("handover"), form("heir", ADA, "reason", REASON))).contains("There was nothing to hand over.");
    }

    @Test
    void anHeirWhoCannotBeIsRefusedAndNothingIsDone() {
        people.register("leaving twin");
        people.register("leaving twin");

        assertThat(refusal("", REASON)).contains("Say who is to have their work");
        assertThat(refusal("nobody at all", REASON))
                .contains("nobody at all: nobody of that name or address has signed in yet.");
        assertThat(refusal("leaving twin", REASON)).contains("2 people are called so, use the e-mail address.");
        assertThat(text(refused(path("deactivation"), form("things", "keep", "heir", ADA, "reason", REASON))))
                .contains("What is theirs stays, as chosen. Choose that it goes, or name nobody.");
        assertThat(refusal(ADA, "short")).contains("Give a reason of 8 to 500 characters");
        assertThat(read(path(""))).contains("Deactivate leaving ben");
        assertThat(books.auditOf(ben.id())).isEmpty();
    }

    @Test
    void nobodyDeactivatesThemselves() {
        UUID ada = people.signedInAs(ADA).id;

        assertThat(text(refused("/admin/users/" + ada + "/deactivation", form("things", "keep", "reason", REASON))))
                .contains("You cannot deactivate yourself. Ask another administrator to.");
        given().get("/create").then().statusCode(200);
    }

    private String refusal(String heir, String reason) {
        return text(refused(path("deactivation"), form("things", "hand-over", "heir", heir, "reason", reason)));
    }

    private String path(String verb) {
        return "/admin/users/" + ben.id() + (verb.isEmpty() ? "" : "/" + verb);
    }
}
