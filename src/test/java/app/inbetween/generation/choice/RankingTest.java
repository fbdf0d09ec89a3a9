package app.inbetween.generation.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;

import app.inbetween.media.Dimensions;
import app.inbetween.price.Credits;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoModel.Feature;
import app.inbetween.provider.VideoModel.Format;

class RankingTest {

    private static final Dimensions WIDE = new Dimensions(1280, 720);
    private static final Dimensions SQUARE = new Dimensions(960, 960);
    private static final Set<Feature> ALL = Set.of(Feature.values());
    private static final Predicate<Credits> RICH = price -> true;

    private final Candidate flow = candidate("local/flow", Set.of(Feature.SEED), 5, history(100, 100, 1, 15));
    private final Candidate wan = candidate("wavespeed/wan", ALL, 12, history(100, 97, 0.94, 90));

    @Test
    void whatReadsWordsIsPreferredWhenWordsWereTyped() {
        assertThat(best("the bud opens", RICH, flow, wan)).isEqualTo("wavespeed/wan");
    }

    @Test
    void beingFreeIsNoReasonByItself() {
        Candidate free = candidate("local/flow", Set.of(Feature.SEED), 0, TrackRecord.NONE);
        Candidate known = candidate("wavespeed/wan", ALL, 12, TrackRecord.NONE);

        assertThat(best("", RICH, free, known)).isEqualTo("wavespeed/wan");
        assertThat(best("", RICH, candidate("local/flow", Set.of(Feature.SEED), 0, history(100, 100, 1, 15)),
                candidate("wavespeed/wan", ALL, 12, history(100, 70, 0.7, 300)))).isEqualTo("local/flow");
    }

    @Test
    void aBlendIsNoVideoJustBecauseItIsCheap() {
        Candidate blend = candidate("local/crossfade", Set.of(), 1, TrackRecord.NONE);
        Candidate motion = candidate("local/flow", Set.of(Feature.SEED), 5, TrackRecord.NONE);

        assertThat(best("", RICH, blend, motion)).isEqualTo("local/flow");
        assertThat(best("", RICH, blend, motion, candidate("wavespeed/wan", ALL, 50, TrackRecord.NONE)))
                .isEqualTo("wavespeed/wan");
    }

    @Test
    void whatIsBeyondTheMeansIsNotChosenWhileSomethingElseIsNot() {
        assertThat(best("the bud opens", price -> !price.isMoreThan(Credits.of(6)), flow, wan)).isEqualTo("local/flow");
    }

    @Test
    void theCheapestIsOfferedWhenNothingCanBePaidFor() {
        Candidate cheap = candidate("fal/cheap", Set.of(), 3, history(100, 10, 0.2, 900));

        assertThat(best("", price -> false, flow, wan, cheap)).isEqualTo("fal/cheap");
    }

    @Test
    void aModelThatCannotReadWhatToKeepOutIsWorse() {
        Candidate deaf = candidate("fal/wan", Set.of(Feature.PROMPT, Feature.SEED), 12, history(100, 97, 0.94, 90));
        Wish wish = new Wish(List.of(WIDE), Optional.of("720p"), Duration.ofSeconds(5), "it opens", "text", false);

        assertThat(ranking(RICH, at(wish, deaf), at(wish, wan)).best()).map(it -> it.model().id()).contains("wavespeed/wan");
    }

    @Test
    void theOneThatKeepsMoreOfTheFramesIsBetter() {
        Candidate square = new Candidate(Fit.of(wish("", SQUARE), model("fal/square", ALL, SQUARE)), 0, "fal",
                Credits.of(12), wan.record());

        assertThat(ranking(RICH, at(wish("", SQUARE), wan), square).best()).map(it -> it.model().id()).contains("fal/square");
    }

    @Test
    void dependabilityCountsMoreThanAFewCredits() {
        Candidate shaky = candidate("fal/shaky", ALL, 9, history(100, 60, 0.94, 90));

        assertThat(best("it opens", RICH, shaky, wan)).isEqualTo("wavespeed/wan");
        assertThat(best("it opens", RICH, candidate("fal/new", ALL, 9, history(1, 0, 0, 0)), wan))
                .as("one failure alone proves little, but the other has proved itself").isEqualTo("wavespeed/wan");
    }

    @Test
    void whatMakesTheWishedLengthIsBetter() {
        Candidate eight = new Candidate(Fit.of(wish("", WIDE), model("fal/eight", ALL, WIDE, 8)), 0, "fal", Credits.of(12),
                wan.record());

        assertThat(ranking(RICH, eight, wan).best()).map(it -> it.model().id()).contains("wavespeed/wan");
    }

    @Test
    void theSameCandidatesAlwaysComeInTheSameOrder() {
        List<Candidate> alike = new ArrayList<>();
        for (String id : List.of("a/one", "b/two", "c/three", "d/four")) {
            alike.add(candidate(id, ALL, 12, TrackRecord.NONE));
        }
        List<String> order = order(alike);

        for (int i = 0; i < 24; i++) {
            Collections.rotate(alike, 1);
            Collections.swap(alike, 0, i % 3);
            assertThat(order(alike)).isEqualTo(order).isSorted();
        }
    }

    @Test
    void theWeightsAreTheWholeScore() {
        Ranking field = ranking(RICH, flow, wan);
        double most = Arrays.stream(Criterion.values()).mapToDouble(criterion -> criterion.weight).sum();

        for (Candidate candidate : List.of(flow, wan)) {
            assertThat(field.score(candidate)).isBetween(0.0, most);
            for (Criterion criterion : Criterion.values()) {
                assertThat(criterion.points(candidate, field)).as(criterion.name()).isBetween(0.0, (double) criterion.weight);
            }
        }
        assertThat(Criterion.READS_PROMPT.weight).as("words outweigh any other single thing")
                .isGreaterThan(Arrays.stream(Criterion.values()).filter(it -> it != Criterion.READS_PROMPT)
                        .mapToInt(it -> it.weight).max().orElseThrow());
    }

    @Test
    void whatWouldHaveToBeCutIsNotTaken() {
        Wish wordy = wish("x".repeat(1501), WIDE);
        assertThat(Fit.of(wordy, model("fal/wan", ALL, WIDE)).takesTheWords()).isFalse();
        assertThat(Fit.of(wordy, model("local/flow", Set.of(), WIDE)).takesTheWords()).isTrue();
        assertThat(Fit.of(wish("x".repeat(1500), WIDE), model("fal/wan", ALL, WIDE)).takesTheWords()).isTrue();
    }

    @Test
    void aCropIsReckonedForTheFrameThatLosesMost() {
        Wish wish = new Wish(List.of(WIDE, SQUARE), Optional.of("720p"), Duration.ofSeconds(5), "", "", false);

        assertThat(Fit.of(wish, model("fal/wan", ALL, WIDE)).kept()).isEqualTo(0.5625);
        assertThat(Fit.of(wish("", WIDE), model("fal/wan", ALL, WIDE)).kept()).isEqualTo(1);
    }

    private static String best(String prompt, Predicate<Credits> affordable, Candidate... candidates) {
        Wish wish = wish(prompt, WIDE);
        return ranking(affordable, Arrays.stream(candidates).map(it -> at(wish, it)).toArray(Candidate[]::new)).best()
                .orElseThrow().model().id();
    }

    private static List<String> order(List<Candidate> candidates) {
        return new Ranking(candidates, RICH).bestFirst().stream().map(it -> it.model().id()).toList();
    }

    private static Ranking ranking(Predicate<Credits> affordable, Candidate... candidates) {
        return new Ranking(List.of(candidates), affordable);
    }

    private static Candidate at(Wish wish, Candidate candidate) {
        return new Candidate(Fit.of(wish, candidate.model()), candidate.place(), candidate.provider(), candidate.price(),
                candidate.record());
    }

    private static Candidate candidate(String id, Set<Feature> features, int credits, TrackRecord record) {
        return new Candidate(Fit.of(wish("", WIDE), model(id, features, WIDE)), 0, "Somebody", Credits.of(credits), record);
    }

    private static Wish wish(String prompt, Dimensions frame) {
        return new Wish(List.of(frame, frame), Optional.of("720p"), Duration.ofSeconds(5), prompt, "", false);
    }

    private static TrackRecord history(int ended, int delivered, double likeness, int secondsPerClip) {
        return new TrackRecord(ended, delivered, likeness, Duration.ofSeconds(secondsPerClip).dividedBy(5));
    }

    private static VideoModel model(String id, Set<Feature> features, Dimensions size, int... seconds) {
        List<Duration> lengths = seconds.length == 0 ? List.of(Duration.ofSeconds(5), Duration.ofSeconds(10))
                : Arrays.stream(seconds).mapToObj(Duration::ofSeconds).toList();
        return new VideoModel(id, id, "Draws.", lengths, List.of(24), List.of(new Format("720p", size)), List.of(), features,
                Duration.ofSeconds(90));
    }
}
