package app.inbetween.notice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.inbetween.Forms;
import app.inbetween.account.People;
import app.inbetween.database.Sql;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
class NoticesTest {

    private static final String ME = "notices reader";

    @Inject
    Notices notices;
    @Inject
    People people;
    @Inject
    Sql sql;

    private UUID me;

    @BeforeEach
    void begin() {
        me = people.signedInAs(ME).id;
        sql.run("DELETE FROM notice WHERE user_id = ?", me);
    }

    @Test
    @TestSecurity(user = ME)
    void whatAPersonIsToldIsOnEveryPage() {
        notices.tell(me, "a", Tone.WARN, "Credits run <low>", "Ask for more.", "/credits/requests");

        for (String path : new String[] { "/create", "/gallery", "/credits" }) {
            assertThat(page(path)).contains("Credits run &lt;low&gt;", "Ask for more.").contains("href=\"/credits/requests\"")
                    .contains("aria-label=\"Put away: Credits run &lt;low&gt;\"");
        }
    }

    @Test
    @TestSecurity(user = ME)
    void itIsToldOncePerKeyAlsoAfterItWasPutAway() {
        notices.tell(me, "a", Tone.TIP, "First", "", "");
        notices.tell(me, "a", Tone.TIP, "Second", "", "");
        assertThat(page("/credits")).contains("First").doesNotContain("Second");

        notices.of(me).forEach(notice -> notices.dismiss(me, notice.id()));
        notices.tell(me, "a", Tone.TIP, "Third", "", "");

        assertThat(page("/credits")).doesNotContain("Put away");
    }

    @Test
    @TestSecurity(user = ME)
    void theNewestThreeAreShown() {
        for (String word : new String[] { "One.", "Two.", "Three.", "Four." }) {
            notices.tell(me, word, Tone.TIP, word, "", "");
        }

        assertThat(page("/credits")).contains("Four.", "Three.", "Two.").doesNotContain("One.");
    }

    @ParameterizedTest
    @TestSecurity(user = ME)
    @CsvSource({ "/credits?before=30,/credits?before=30", "//evil.example,/", "/\\evil.example,/", "https://evil.example,/",
            ",/" })
    void whoPutsItAwayStaysOnTheirPage(String to, String led) {
        notices.tell(me, "a", Tone.TIP, "Well now", "", "");

        Forms.form().formParam("to", to == null ? "" : to).post("/notices/" + notices.of(me).get(0).id() + "/dismissal").then()
                .statusCode(303).header("Location", endsWith(led));

        assertThat(notices.of(me)).isEmpty();
    }

    @Test
    @TestSecurity(user = ME)
    void whatLeadsToAPageIsNotToldThere() {
        notices.tell(me, "a", Tone.TIP, "Look at your credits", "", "/credits");

        assertThat(page("/gallery")).contains("Look at your credits");
        assertThat(page("/credits")).doesNotContain("Look at your credits");
    }

    @Test
    @TestSecurity(user = ME)
    void theFormSaysWhereItIs() {
        notices.tell(me, "a", Tone.TIP, "Well now", "", "");

        assertThat(page("/credits?before=30")).contains("name=\"to\" value=\"/credits?before=30\"");
    }

    @Test
    @TestSecurity(user = ME)
    void aScriptOnlyTakesTheNoticeOffThePage() {
        notices.tell(me, "a", Tone.TIP, "Well now", "", "");

        Forms.form().header("HX-Request", "true").post("/notices/" + notices.of(me).get(0).id() + "/dismissal").then()
                .statusCode(200).body(equalTo(""));
    }

    @Test
    @TestSecurity(user = ME)
    void nobodyPutsAwayWhatIsSomebodyElses() {
        UUID cleo = people.register("cleo").id;
        notices.tell(cleo, "a", Tone.TIP, "For cleo", "", "");

        Forms.form().post("/notices/" + notices.of(cleo).get(0).id() + "/dismissal").then().statusCode(303);

        assertThat(notices.of(cleo)).hasSize(1);
        assertThat(page("/credits")).doesNotContain("For cleo");
    }

    private static String page(String path) {
        return given().get(path).then().statusCode(200).extract().asString();
    }
}
