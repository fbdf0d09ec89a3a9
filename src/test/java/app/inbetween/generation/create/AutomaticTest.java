package app.inbetween.generation.create;

import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.inbetween.account.People;
import app.inbetween.budget.ProviderBudgets;
import app.inbetween.database.Sql;
import app.inbetween.generation.Generation;
import app.inbetween.generation.UnderstudyProvider;
import app.inbetween.price.Money;
import app.inbetween.provider.VideoModel.Feature;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;

/** Leaving the model to the studio, as the create form offers it. */
@QuarkusTest
class AutomaticTest {

    private static final String ME = "automatic anna";

    @Inject
    UnderstudyProvider understudy;
    @Inject
    People people;
    @Inject
    ProviderBudgets budgets;
    @Inject
    Sql sql;

    private UUID me;
    private String model;

    @BeforeEach
    void aModelReadsWordsForTwoCreditsASecond() {
        understudy.clear();
        me = people.signedInAs(ME).id;
        sql.run("DELETE FROM draft WHERE owner = ?", me);
        model = offers("Wan", 2000, Feature.PROMPT, Feature.SEED);
    }

    @AfterEach
    void itLeaves() {
        understudy.clear();
        budgets.remove("understudy");
        assertNoViolations();
    }

    @Test
    @TestSecurity(user = ME)
    void aFirstClipIsDrawnByTheBuiltInRendererAndAutomaticIsOneClickAway() {
        Desk desk = filled();

        assertThat(desk.field("model")).isEqualTo("local/flow");
        assertThat(desk.page().indexOf("value=\"automatic\"")).isPositive()
                .isLessThan(desk.page().indexOf("value=\"local/flow\""));
    }

    @Test
    @TestSecurity(user = ME)
    void whatReadsTheWordsIsChosenAndSaysWhy() {
        Desk desk = filled();
        desk.with("model", "automatic").with("prompt", "the bud opens").press("update");

        assertThat(desk.field("model")).isEqualTo("automatic");
        assertThat(desk.field("picked")).isEqualTo(model);
        assertThat(card(desk)).contains("Understudy Wan by Understudy: reads your prompt, crops").contains("10 credits");
        assertThat(desk.dock()).contains("Understudy Wan, 5 s at 720p").contains("Generate for 10 credits");

        Generation clip = generated(desk.with("prompt", "the bud opens").press("generate"));
        assertThat(clip.settings.model()).isEqualTo(model);
        assertThat(clip.settings.prompt()).isEqualTo("the bud opens");
        assertThat(clip.terms.chosenBecause).startsWith("reads your prompt, crops").contains("10 credits");
        given().get("/generations/" + clip.id).then().body(containsString("Chosen for you: reads your prompt"));
    }

    @Test
    @TestSecurity(user = ME)
    void aClipRemembersWhetherItsSeedWasChosen() {
        Desk desk = filled();
        desk.with("model", model).with("prompt", "it opens").press("update");
        assertThat(generated(desk.press("generate")).terms.seedChosen).as("rolled").isFalse();

        desk.reload().with("seed", 4711).with("seed-locked", true);
        Generation locked = generated(desk.press("generate"));
        assertThat(locked.terms.seedChosen).isTrue();
        assertThat(locked.settings.seed()).isEqualTo(4711);

        desk.reload().with("model", "local/crossfade").press("update");
        assertThat(generated(desk.press("generate")).terms.seedChosen).as("of no use there").isFalse();
    }

    @Test
    @TestSecurity(user = ME)
    void aModelThatReadsWhatToKeepOutIsPreferredWhenThatWasTyped() {
        String refusing = offers("Kling", 2100, Feature.PROMPT, Feature.NEGATIVE_PROMPT, Feature.SEED);
        Desk desk = filled();

        desk.with("model", "automatic").with("prompt", "it opens").with("negative", "text").press("update");

        assertThat(desk.field("picked")).isEqualTo(refusing);
        understudy.clear();
        model = offers("Deaf", 2000, Feature.PROMPT);
        desk.with("model", "automatic").with("prompt", "it opens").with("negative", "text").press("update");
        assertThat(card(desk)).contains("cannot read what to keep out");
    }

    @Test
    @TestSecurity(user = ME)
    void thePersonOverrulesItByChoosingAModel() {
        Desk desk = filled();
        desk.with("model", "automatic").press("update");
        desk.with("model", "local/crossfade").press("update");

        Generation clip = generated(desk.press("generate"));

        assertThat(clip.settings.model()).isEqualTo("local/crossfade");
        assertThat(clip.terms.chosenBecause).isNull();
    }

    @Test
    @TestSecurity(user = ME)
    void aDoubleClickIsOneClipThoughAnotherModelBecameBetterMeanwhile() {
        Desk desk = filled();
        desk.with("model", "automatic").with("prompt", "it opens").press("update");
        Desk again = desk.copy();

        Generation clip = generated(desk.with("prompt", "it opens").press("generate"));
        offers("Better", 100, Feature.values());

        assertThat(generated(again.with("prompt", "it opens").press("generate")).id).isEqualTo(clip.id);
    }

    @Test
    @TestSecurity(user = ME)
    void wordsTypedAfterTheChoiceAreNotDropped() {
        understudy.clear();
        Desk desk = filled();
        desk.with("model", "automatic").press("update");
        assertThat(desk.field("picked")).startsWith("local/");
        offers("Late", 2000, Feature.PROMPT);

        Response answer = desk.with("prompt", "it opens").press("generate");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(desk.dock()).contains("The price is now 10 credits");
    }

    @Test
    @TestSecurity(user = ME)
    void wordsThatNoModelReadsInFullAreTold() {
        Desk desk = filled();

        Response answer = desk.with("model", "automatic").with("prompt", "x".repeat(101)).press("generate");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(desk.page()).contains("A prompt may have up to 100 characters. This one has 101.").contains("up to 100");
    }

    @Test
    @TestSecurity(user = ME)
    void whatCannotBePaidForIsNotChosenWhileSomethingElseCan() {
        understudy.clear();
        offers("Dear", 900_000, Feature.PROMPT);
        Desk desk = filled();

        desk.with("model", "automatic").with("prompt", "it opens").press("update");

        assertThat(desk.field("picked")).startsWith("local/");
        assertThat(card(desk)).contains("cannot read your prompt");
    }

    @Test
    @TestSecurity(user = ME)
    void whatWouldWaitForTomorrowsBudgetIsNotChosen() {
        sql.run("""
                INSERT INTO price (model, resolution, version, per_second, cost_currency, cost_per_second, valid_from)
                VALUES (?, '720p', 2, 2000, 'USD', 200000, ?)
                """, model, Instant.EPOCH.plusSeconds(1));
        budgets.set("understudy", Money.dollars(999_999));
        Desk desk = filled();

        desk.with("model", "automatic").with("prompt", "it opens").press("update");
        assertThat(desk.field("picked")).startsWith("local/");
        budgets.set("understudy", Money.dollars(1_000_000));
        desk.with("model", "automatic").with("prompt", "it opens").press("update");

        assertThat(desk.field("picked")).as("a dollar is what it takes").isEqualTo(model);
    }

    private String offers(String name, long perSecond, Feature... features) {
        String id = understudy.offers(name, "720p", Duration.ofSeconds(5), Set.of(features));
        sql.run("INSERT INTO price (model, resolution, version, per_second, valid_from) VALUES (?, '720p', 1, ?, ?)", id,
                perSecond, Instant.EPOCH);
        return id;
    }

    private static Desk filled() {
        Desk desk = Desk.opened();
        desk.press("sample:flower");
        return desk;
    }

    private static String card(Desk desk) {
        String from = desk.page().substring(desk.page().indexOf("id=\"model-automatic\""));
        return from.substring(0, from.indexOf("</label>")).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").replace(" :",
                ":");
    }

    private static Generation generated(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        UUID id = UUID.fromString(answer.header("Location").replaceFirst(".*/", ""));
        return QuarkusTransaction.requiringNew().call(() -> Generation.findById(id));
    }
}
