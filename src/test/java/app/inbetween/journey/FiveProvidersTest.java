package app.inbetween.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import app.inbetween.fakes.FakeFal;
import app.inbetween.fakes.FakeProvider;
import app.inbetween.fakes.Fakes;
import app.inbetween.ledger.LedgerAssertions;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** One pair, sent to each of the five providers from the browser. */
@QuarkusTest
@TestProfile(ProvidersAtWork.class)
class FiveProvidersTest {

    @RegisterExtension
    final Visits visits = new Visits();

    /** Filled by its test resource. */
    Fakes fakes;

    @AfterEach
    void theBooksAreInOrder() {
        LedgerAssertions.assertNoViolations();
    }

    /** The fakes have those of new accounts. */
    @AfterEach
    void theLimitsWereKept() {
        assertThat(fakes.all()).allSatisfy(fake -> assertThat(fake.overruns()).as(fake.name()).isEmpty());
    }

    @Test
    void everyProviderDrawsThePairAndTheStatementChargesItsOwnPrice() {
        Visitor dora = visits.newcomer();
        dora.triesSample("Glass flower");
        Map<String, String> clips = new LinkedHashMap<>();

        // Not linear: ten seconds cost half as much again as five.
        clips.put("WaveSpeed, 5 s", asks(dora, "WaveSpeed", "Wan 2.1", "480p", "5 s", "37.5"));
        clips.put("WaveSpeed, 10 s", asks(dora, "WaveSpeed", "Wan 2.1", "480p", "10 s", "56.25"));
        // Flat, and a quarter more above 81 frames.
        clips.put("fal, 81 frames", asks(dora, "fal", "Wan 2.1", "480p", "5 s", "25"));
        clips.put("fal, 97 frames", asks(dora, "fal", "Wan 2.1", "480p", "6 s", "31.25"));
        clips.put("DashScope", asks(dora, "Alibaba DashScope", "Wan 2.2 Flash", "480p", "5 s", "8.75"));
        clips.put("Kolbo", asks(dora, "Kolbo", "Wan first and last", "720p", "5 s", "62.5"));
        clips.put("ComfyUI", asks(dora, "ComfyUI", "Wan 2.1", "480p", "5 s", "10"));
        clips.forEach((name, url) -> arrived(dora, name, url));

        assertThat(charges(dora)).containsExactlyInAnyOrder(new BigDecimal("37.5"), new BigDecimal("56.25"),
                new BigDecimal("25"), new BigDecimal("31.25"), new BigDecimal("8.75"), new BigDecimal("62.5"),
                new BigDecimal("10"));
        assertThat(dora.balance()).isEqualTo("768.75");
        assertThat(fakes.all()).allSatisfy(fake -> assertThat(fake.tasks()).isNotEmpty());
    }

    @Test
    void aClipWhoseAnswerWasLostIsFoundByItsWebhookAndPaidOnce() {
        Visitor dora = visits.newcomer();
        dora.triesSample("Glass flower");
        FakeProvider fal = fakes.the(FakeFal.class);
        int before = fal.tasks().size();

        String clip = asks(dora, "fal", "Wan 2.1", "480p", "5 s", "25", "The bud opens #trouble created-then-502");

        arrived(dora, "fal", clip);
        assertThat(fal.tasks()).hasSize(before + 1);
        assertThat(charges(dora)).containsExactly(new BigDecimal("25"));
    }

    private static String asks(Visitor dora, String provider, String model, String resolution, String length, String credits) {
        return asks(dora, provider, model, resolution, length, credits, "The bud opens into a flower");
    }

    /** Returns the address of the clip's page. */
    private static String asks(Visitor dora, String provider, String model, String resolution, String length, String credits,
            String words) {
        dora.opens("/create");
        choosesModel(dora, provider, model);
        Locator prompt = dora.page.getByLabel("Prompt", new Page.GetByLabelOptions().setExact(true));
        if (!prompt.inputValue().equals(words)) {
            prompt.fill(words);
            dora.answered(prompt::blur);
        }
        dora.chooses("Resolution", resolution);
        dora.chooses("Duration", length);
        assertThat(dora.generateButton()).containsText("Generate for " + credits + " credits");
        dora.generateButton().click();
        return dora.reachesTheClip();
    }

    private static void choosesModel(Visitor dora, String provider, String model) {
        Locator group = dora.page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(provider).setExact(true));
        if (!group.isVisible()) {
            dora.page.locator("summary", new Page.LocatorOptions().setHasText(provider)).first().click();
        }
        Locator radio = group.getByRole(AriaRole.RADIO,
                new Locator.GetByRoleOptions().setName(Pattern.compile("^" + model.replace(".", "\\.")))).first();
        if (!radio.isChecked()) {
            dora.answered(() -> radio.check(new Locator.CheckOptions().setForce(true)));
        }
        assertThat(radio).isChecked();
    }

    /** The film plays, and its ends are those of the pair. */
    private static void arrived(Visitor dora, String name, String url) {
        dora.page.navigate(url);
        Locator film = dora.film();
        assertThat(dora.downloads(film)).as(name).hasSizeGreaterThan(1000);
        Locator scores = dora.page.locator("meter[aria-label^='Structure']");
        assertThat(scores).hasCount(2);
        assertThat(scores.all()).as(name)
                .allSatisfy(score -> assertThat(Integer.parseInt(score.getAttribute("value"))).isGreaterThan(80));
    }

    /** What was charged, as the statement's file says. */
    private static List<BigDecimal> charges(Visitor dora) {
        String[] lines = dora.page.request().get("/credits/statement.csv").text().replace("\uFEFF", "").split("\r\n");
        List<String> head = List.of(lines[0].split(","));
        return Arrays.stream(lines).skip(1).map(line -> line.split(","))
                .filter(row -> row[head.indexOf("What")].equals("Spent"))
                .map(row -> new BigDecimal(row[head.indexOf("Amount")])).toList();
    }
}
