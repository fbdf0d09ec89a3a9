package app.inbetween.generation.wish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import app.inbetween.generation.Settings;
import app.inbetween.media.Dimensions;
import app.inbetween.provider.Easing;
import app.inbetween.provider.Option;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoModel.Feature;
import app.inbetween.provider.VideoModel.Life;
import app.inbetween.provider.VideoModel.Texts;

class DemandsTest {

    private static final VideoModel WORDY = model(Set.of(Feature.values()), new Texts(10, 5, true));
    private static final VideoModel MUTE = model(Set.of(), new Texts(0, 0, false));
    private static final Wish GOOD = new Wish("Bud to bloom", "it opens", "", "7", Map.of("steps", "40"));

    @Test
    void nothingIsTheMatterWithAGoodWish() {
        assertThat(Demands.unmet(GOOD, WORDY)).isEmpty();
        assertThat(Demands.unmet(GOOD, MUTE)).isEmpty();
    }

    @Test
    void aTextBeyondItsLimitIsToldWithBothNumbers() {
        Wish wordy = new Wish("t".repeat(121), "p".repeat(11), "n".repeat(6), "7", Map.of());

        assertThat(Demands.wrong(wordy, WORDY)).containsExactly(
                entry("prompt", "A prompt for Wordy may have up to 10 characters. This one has 11."),
                entry("negative", "A negative prompt for Wordy may have up to 5 characters. This one has 6."),
                entry("title", "A name may have up to 120 characters. This one has 121."));
    }

    @Test
    void whatAModelDoesNotReadIsNotJudged() {
        Wish wild = new Wish("", "p".repeat(11), "n".repeat(6), "no number", Map.of());

        assertThat(Demands.unmet(wild, MUTE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "-1", "2147483648", "1e9", "seven", "7.0", "99999999999999999999" })
    void aSeedThatIsNoneIsTold(String seed) {
        Wish wish = new Wish("", "it opens", "", seed, Map.of());

        assertThat(Demands.wrong(wish, WORDY)).containsOnly(
                entry("seed", "Seed takes a whole number from 0 to 2147483647."));
    }

    @ParameterizedTest
    @ValueSource(strings = { "0", " 7 ", "2147483647" })
    void aSeedMayBeAnythingInItsRange(String seed) {
        assertThat(Demands.wrong(new Wish("", "it opens", "", seed, Map.of()), WORDY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "steps,0,Steps takes 1 to 40.", "steps,41,Steps takes 1 to 40.", "steps,many,Steps takes 1 to 40.",
            "steps,7.5,'Steps takes 1 to 40, in whole numbers.'", "guidance,1e-999999999,Guidance takes 0 to 10.",
            "style,loud,'Style takes plain, vivid.'", "fast,maybe,Fast mode takes on or off." })
    void anOptionOutsideItsRangeIsTold(String name, String typed, String sentence) {
        Wish wish = new Wish("", "it opens", "", "7", Map.of(name, typed));

        assertThat(Demands.wrong(wish, WORDY)).containsOnly(entry("option-" + name, sentence));
    }

    @Test
    void anOptionOfAnotherModelIsNotJudged() {
        assertThat(Demands.wrong(new Wish("", "it opens", "", "7", Map.of("cfg", "wild")), WORDY)).isEmpty();
    }

    @Test
    void aModelThatNeedsWordsSaysSo() {
        Wish silent = new Wish("", "  ", "", "7", Map.of());

        assertThat(Demands.wrong(silent, WORDY)).isEmpty();
        assertThat(Demands.unmet(silent, WORDY)).containsOnly(
                entry("prompt", "Wordy needs a prompt. Say what happens between the frames."));
    }

    @Test
    void anEarlierClipIsJudgedByTheSameAndByWhatIsStillOnOffer() {
        assertThat(Demands.unmet("Clip", settings(5000, Map.of("steps", "30")), WORDY)).isEmpty();
        assertThat(Demands.unmet("Clip", settings(5000, Map.of("steps", "50")), WORDY)).contains("Steps takes 1 to 40.");
        assertThat(Demands.unmet("Clip", settings(8000, Map.of()), WORDY))
                .contains("Wordy no longer makes a clip of exactly these settings.");
        assertThat(Demands.unmet("Clip", settings(5000, Map.of("cfg", "3")), WORDY))
                .contains("Wordy no longer makes a clip of exactly these settings.");
    }

    @Test
    void anEarlierClipThatWouldBePricedByAnotherVariantIsNotMadeAtItsOldOne() {
        assertThat(Demands.unmet("Clip", settings(5000, Map.of("fast", "true")), WORDY))
                .contains("Wordy no longer makes a clip of exactly these settings.");
    }

    private static Settings settings(int millis, Map<String, String> options) {
        return new Settings("fake/wordy", "480p", "standard", 854, 480, millis, 24, Easing.LINEAR, "it opens", "", 7, options);
    }

    private static VideoModel model(Set<Feature> features, Texts texts) {
        List<Option> options = features.isEmpty() ? List.of()
                : List.of(new Option.Number("steps", "Steps", "", BigDecimal.ONE, BigDecimal.valueOf(40),
                        BigDecimal.valueOf(30), true),
                        new Option.Number("guidance", "Guidance", "", BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.valueOf(5),
                                false),
                        new Option.Choice("style", "Style", "", List.of("plain", "vivid"), "plain"),
                        new Option.Toggle("fast", "Fast mode", "", false, Optional.of("fast")));
        return new VideoModel("fake/wordy", "Wordy", "Reads.", List.of(Duration.ofSeconds(5)), List.of(24),
                List.of(new VideoModel.Format("480p", new Dimensions(854, 480))), List.of(), features, texts, options,
                Life.UNLIMITED, Duration.ofSeconds(60));
    }
}
