package app.inbetween.generation.failover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.inbetween.database.Sql;
import app.inbetween.generation.Ask;
import app.inbetween.generation.Failover;
import app.inbetween.generation.Generation;
import app.inbetween.generation.OpenStudio;
import app.inbetween.generation.Settings;
import app.inbetween.generation.Terms;
import app.inbetween.generation.UnderstudyProvider;
import app.inbetween.media.Dimensions;
import app.inbetween.price.Credits;
import app.inbetween.price.Quotes;
import app.inbetween.provider.Billing;
import app.inbetween.provider.Easing;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.Option;
import app.inbetween.provider.Submission;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoModel.Feature;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** A stand-in draws what was asked for, or nothing. Ben's frames are 320 × 192, and the clip that fails is 160 × 96. */
@QuarkusTest
class FaithfulStandInTest extends OpenStudio {

    private static final Option STYLE = new Option.Choice("style", "Style", "", List.of("plain", "vivid"), "plain");
    private static final Option PALE = new Option.Choice("style", "Style", "", List.of("plain", "pale"), "plain");
    private static final Set<Feature> ALL = Set.of(Feature.values());
    private static final Set<Feature> WORDS = Set.of(Feature.PROMPT, Feature.NEGATIVE_PROMPT);
    private static final Dimensions SIZE = new Dimensions(160, 96);

    @Inject
    Pursuit pursuit;
    @Inject
    UnderstudyProvider understudy;
    @Inject
    Quotes quotes;
    @Inject
    Sql sql;

    private String model;

    @BeforeEach
    void theFirstOneFails() {
        sql.run("UPDATE generation SET failover = 'WITHDRAWN' WHERE failover = 'WANTED'");
        understudy.clear();
        model = provider.offersChoices("first");
        studio.price(model, 1, 1000, 0, Instant.EPOCH);
        provider.onSubmit = request -> new Submission.Rejected(
                new Failure(Reason.PROVIDER_TRANSIENT, Billing.NOT_BILLED, "as scripted"));
    }

    @AfterEach
    void theUnderstudyLeaves() {
        understudy.clear();
    }

    @ParameterizedTest
    @CsvSource({ "96, 160, NOTHING_FITS", "128, 96, NOTHING_FITS", "160, 160, NOTHING_FITS", "192, 96, NOTHING_FITS",
            "320, 192, STOOD_IN", "158, 96, STOOD_IN" })
    void aStandInHasTheSameShape(int width, int height, Failover end) {
        offers(new Dimensions(width, height), ALL);

        assertThat(endOf(asked(Map.of()))).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({ "160, 96, STOOD_IN", "128, 128, STOOD_IN", "96, 160, NOTHING_FITS" })
    void oneThatCutsLessIsWelcome(int width, int height, Failover end) {
        Dimensions square = new Dimensions(96, 96);
        provider.makes(model, List.of(Duration.ofSeconds(2)), List.of(new VideoModel.Format("tiny", square)), List.of());
        offers(new Dimensions(width, height), ALL);

        assertThat(endOf(asked(square, Map.of()))).isEqualTo(end);
    }

    @Test
    void aLockedSeedIsKept() {
        offers(SIZE, WORDS);
        Generation rolled = asked(Map.of());
        assertThat(endOf(rolled)).isEqualTo(Failover.STOOD_IN);
        assertThat(endOf(askedWithItsSeed())).isEqualTo(Failover.NOTHING_FITS);

        String seeded = offers(SIZE, ALL);
        Generation locked = askedWithItsSeed();
        assertThat(endOf(locked)).isEqualTo(Failover.STOOD_IN);
        assertThat(standInFor(locked).settings.model()).isEqualTo(seeded);
        assertThat(standInFor(locked).settings.seed()).isEqualTo(7);
        assertThat(standInFor(locked).terms.seedChosen).as("as long as there is a line").isTrue();
    }

    @Test
    void whatStandsInForAModelWithoutSeedsDrawsWithOneOfItsOwn() {
        model = offers(SIZE, WORDS);
        understudy.onSubmit = request -> new Submission.Rejected(
                new Failure(Reason.PROVIDER_TRANSIENT, Billing.NOT_BILLED, "as scripted"));
        Generation unseeded = asked(Map.of());
        offers(SIZE, ALL);

        assertThat(endOf(unseeded)).isEqualTo(Failover.STOOD_IN);
        assertThat(standInFor(unseeded).settings.seed()).isBetween(1L, Settings.SEEDS - 1).isNotEqualTo(7);
    }

    @Test
    void whatWasChosenOfThePictureIsKept() {
        offers(SIZE, ALL);
        offers(SIZE, ALL, PALE);
        assertThat(endOf(asked(Map.of("style", "vivid")))).isEqualTo(Failover.NOTHING_FITS);

        String able = offers(SIZE, ALL, STYLE);
        Generation vivid = asked(Map.of("style", "vivid"));

        assertThat(endOf(vivid)).isEqualTo(Failover.STOOD_IN);
        assertThat(standInFor(vivid).settings.model()).isEqualTo(able);
        assertThat(standInFor(vivid).settings.options()).containsEntry("style", "vivid");
    }

    @Test
    void whatWasLeftAsItIsOrIsAMatterOfThatModelAloneBindsNobody() {
        offers(SIZE, ALL);

        assertThat(endOf(asked(Map.of("style", "plain", "steps", "12", "safety", "false")))).isEqualTo(Failover.STOOD_IN);
    }

    private String offers(Dimensions size, Set<Feature> features, Option... options) {
        String id = understudy.offers(new VideoModel("understudy/" + UUID.randomUUID(), "Understudy", "Stands in.",
                List.of(Duration.ofSeconds(2)), List.of(24), List.of(new VideoModel.Format("tiny", size)), List.of(), features,
                new VideoModel.Texts(100, 50, false), List.of(options), VideoModel.Life.UNLIMITED, Duration.ofSeconds(10)));
        studio.price(id, 1, 1000, 0, Instant.EPOCH);
        return id;
    }

    private Generation asked(Map<String, String> options) {
        return asked(SIZE, options);
    }

    private Generation askedWithItsSeed() {
        return asked(SIZE, Map.of(), true);
    }

    private Generation asked(Dimensions size, Map<String, String> options) {
        return asked(size, options, false);
    }

    /** Sent, and failed. */
    private Generation asked(Dimensions size, Map<String, String> options, boolean seedChosen) {
        Settings settings = new Settings(model, "tiny", VideoModel.STANDARD, size.width(), size.height(), 2000, 24,
                Easing.LINEAR, "it opens", "no text", 7, options);
        Generation clip = generations.ask(new Ask(ben.id(), UUID.randomUUID().toString(), "Bud to bloom", ben.first(),
                ben.last(), settings, quotes.give(ben.id(), settings.priceKey(), settings.duration()),
                Terms.of(Optional.empty(), Optional.of(Credits.of(3))).seedChosen(seedChosen)));
        studio.dispatch();
        return clip;
    }

    private Failover endOf(Generation clip) {
        pursuit.pursue(clip.id);
        return studio.now(clip).terms.failover;
    }

    private Generation standInFor(Generation failed) {
        return QuarkusTransaction.requiringNew().call(() -> Generation.standInFor(failed.id)).orElseThrow();
    }
}
