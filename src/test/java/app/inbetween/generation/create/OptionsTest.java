package app.inbetween.generation.create;

import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.inbetween.account.People;
import app.inbetween.database.Sql;
import app.inbetween.generation.Generation;
import app.inbetween.generation.ScriptedProvider;
import app.inbetween.generation.Studio;
import app.inbetween.ledger.Ledger;
import app.inbetween.price.Credits;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;

/** The form shows what the chosen model takes, and nothing that was typed is dropped or bent. */
@QuarkusTest
class OptionsTest {

    private static final String ME = "choosy chi";

    @Inject
    ScriptedProvider provider;
    @Inject
    Studio studio;
    @Inject
    People people;
    @Inject
    Ledger ledger;
    @Inject
    Sql sql;

    private UUID me;
    private String wordy;
    private String mute;

    @BeforeEach
    void twoModels() {
        studio.clear();
        provider.open();
        me = people.signedInAs(ME).id;
        wordy = provider.offersChoices("wordy");
        mute = provider.offers("mute");
        studio.price(wordy, 1, 5000, 0, Instant.EPOCH);
        studio.price(mute, 1, 5000, 0, Instant.EPOCH);
        sql.run("""
                INSERT INTO price (model, resolution, variant, version, per_second, free, valid_from)
                VALUES (?, 'tiny', 'fast', 1, 2000, false, timestamptz '2020-01-01')
                """, wordy);
        QuarkusTransaction.requiringNew().run(() -> Draft.deleteById(me));
    }

    @AfterEach
    void theBooksAreInOrder() {
        studio.clear();
        provider.close();
        assertNoViolations();
    }

    @ParameterizedTest
    @TestSecurity(user = ME)
    @CsvSource(delimiter = '|', value = { "option-steps|0|Steps takes 1 to 40.", "option-steps||",
            "option-steps|many|Steps takes 1 to 40.",
            "option-guidance|10.5|Guidance takes 1 to 10.", "seed|-1|Seed takes a whole number from 0 to 2147483647.",
            "seed|99999999999|Seed takes a whole number from 0 to 2147483647." })
    void whatIsTypedWrongIsToldAtItsFieldAndKept(String field, String typed, String sentence) {
        Desk desk = filled(wordy).with("prompt", "it opens").with("title", "Kept").with(field, typed == null ? "" : typed);
        long before = clips();

        Response answer = desk.press(typed == null ? "update" : "generate");

        if (typed != null) {
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(desk.field(field)).isEqualTo(typed);
            assertThat(desk.dock()).contains(sentence).contains("press Generate again");
            assertThat(desk.page()).contains("id=\"advanced\" class=\"fold\" open");
        }
        assertThat(desk.error(field)).isEqualTo(sentence == null ? "" : sentence);
        assertThat(desk.field("title")).isEqualTo("Kept");
        assertThat(desk.page()).contains(">it opens</textarea>");
        assertThat(clips()).isEqualTo(before);
    }

    @Test
    @TestSecurity(user = ME)
    void wordsBeyondWhatTheModelReadsAreToldWithBothNumbersAndNeverCut() {
        Desk desk = filled(wordy).with("prompt", "p".repeat(41)).with("negative", "n".repeat(21));

        assertThat(desk.press("generate").statusCode()).isEqualTo(422);

        assertThat(desk.error("prompt")).isEqualTo(
                "A prompt for Scripted wordy may have up to 40 characters. This one has 41.");
        assertThat(desk.error("negative")).endsWith("may have up to 20 characters. This one has 21.");
        assertThat(desk.page()).contains(">" + "p".repeat(41) + "<").contains(">" + "n".repeat(21) + "<");
        assertThat(desk.dock()).contains("2 fields cannot be as they are.");
    }

    @Test
    @TestSecurity(user = ME)
    void aModelThatNeedsWordsSaysSoOnceItIsAskedForAClip() {
        Desk desk = filled(wordy);
        assertThat(desk.error("prompt")).isEmpty();

        assertThat(desk.press("generate").statusCode()).isEqualTo(422);

        assertThat(desk.error("prompt")).isEqualTo(
                "Scripted wordy needs a prompt. Say what happens between the frames.");
    }

    @Test
    @TestSecurity(user = ME)
    void anOptionThatChangesThePriceChangesTheButton() {
        Desk desk = filled(wordy).with("prompt", "it opens");
        assertThat(desk.field("option-fast")).isEqualTo("false");
        assertThat(desk.dock()).contains("Generate for 10 credits");

        desk.with("option-fast", "true").press("update");
        assertThat(desk.dock()).contains("2 s at tiny, fast").contains("Generate for 4 credits");
        desk.with("option-fast", "false").press("update");
        assertThat(desk.dock()).contains("Generate for 10 credits");
        desk.with("option-fast", "true").with("option-steps", " 12.0 ").press("update");
        Generation clip = asked(desk.with("prompt", "it opens").press("generate"));

        assertThat(clip.hold()).isEqualTo(Credits.of(4));
        assertThat(ledger.holdOf(clip.id).orElseThrow().key().variant()).isEqualTo("fast");
        assertThat(clip.settings.priceKey().variant()).isEqualTo("fast");
        assertThat(clip.settings.options()).containsOnly(entry("fast", "true"), entry("steps", "12"), entry("guidance", "5"),
                entry("safety", "true"), entry("style", "plain"));
    }

    @Test
    @TestSecurity(user = ME)
    void theProviderIsHandedTheOptionsAndTheClipTellsThem() {
        Desk desk = filled(wordy).with("option-steps", 12).with("option-safety", "false").with("option-style", "vivid");
        Generation clip = asked(desk.with("prompt", "it opens").with("negative", "text").press("generate"));

        studio.dispatch();

        assertThat(provider.submitted).hasSize(1);
        assertThat(provider.submitted.get(0).options()).isEqualTo(clip.settings.options())
                .contains(entry("steps", "12"), entry("safety", "false"));
        String page = words(given().get("/generations/" + clip.id).asString());
        assertThat(page).contains("Steps 12").contains("Safety checker off").contains("Style vivid").contains("Keep out text")
                .doesNotContain("Guidance").doesNotContain("Fast mode");
    }

    @Test
    @TestSecurity(user = ME)
    void theSameFormSentTwiceIsOneClipWithoutASeedToo() {
        Desk desk = filled(wordy).with("prompt", "it opens").with("seed", "");
        Desk twin = desk.copy();

        Generation clip = asked(desk.press("generate"));

        assertThat(asked(twin.press("generate")).id).isEqualTo(clip.id);
    }

    @Test
    @TestSecurity(user = ME)
    void whatWasChosenComesBackWithTheModelAndWhatWasNotDoesNotTravel() {
        String other = provider.offersChoices("other");
        studio.price(other, 1, 5000, 0, Instant.EPOCH);
        Desk desk = filled(wordy).with("option-steps", 12).with("negative", "text");
        desk.press("update");

        desk.with("model", mute).press("update");
        assertThat(desk.page()).doesNotContain("option-steps")
                .contains("Scripted mute goes by the two pictures alone and reads no words."
                        + " Your negative prompt is kept for models that read one.")
                .contains("Scripted mute takes no seed.").contains("Always 24 frames per second.");
        desk.with("model", other).press("update");

        assertThat(desk.field("option-steps")).isEqualTo("12");
        assertThat(desk.field("option-guidance")).isEqualTo("5");
        assertThat(desk.page()).contains(">text</textarea>");
        Draft draft = QuarkusTransaction.requiringNew().call(() -> Draft.of(me));
        assertThat(draft.options).containsOnly(entry("steps", "12"));
    }

    @Test
    @TestSecurity(user = ME)
    void reusedSettingsBringTheirOptions() {
        Desk first = filled(wordy).with("option-steps", 12).with("option-fast", "true");
        first.press("update");
        Generation clip = asked(first.with("prompt", "it opens").press("generate"));
        Desk desk = filled(wordy).with("option-steps", 3).with("option-fast", "false");
        desk.press("update");

        QuarkusTransaction.requiringNew().run(() -> Draft.<Draft> findById(me).reuse(clip));
        Desk again = desk.reload();

        assertThat(again.field("option-steps")).isEqualTo("12");
        assertThat(again.field("option-fast")).isEqualTo("true");
        assertThat(again.dock()).contains("fast");
    }

    private Desk filled(String model) {
        Desk desk = Desk.opened();
        desk.press("sample:flower");
        desk.with("model", model).with("seconds", "2").press("update");
        return desk;
    }

    private Generation asked(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString().replaceAll("(?s).*<section id=\"dock\"", "")).isEqualTo(303);
        String address = answer.header("Location");
        UUID id = UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
        return QuarkusTransaction.requiringNew().call(() -> Generation.findById(id));
    }

    private long clips() {
        return QuarkusTransaction.requiringNew().call(() -> Generation.count("owner", me));
    }

    private static String words(String page) {
        return page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }
}
