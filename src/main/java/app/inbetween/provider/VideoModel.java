package app.inbetween.provider;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import app.inbetween.media.Dimensions;

/**
 * Something a provider can draw with.
 *
 * @param id provider name, slash, the model's own name, such as {@code local/flow}
 * @param name what a person reads
 * @param summary one sentence on what it is good for
 * @param durations lengths it can make, ascending, never empty
 * @param frameRates frames per second it can make, ascending, never empty; the first one is the default
 * @param formats exact pixel sizes it can make, never empty
 * @param easings how motion may be paced; empty where the model does not know the idea
 * @param features what else the form may offer
 * @param texts how much it reads
 * @param options what it lets people choose besides
 * @param life from when until when it can be had
 * @param typicalTime wall-clock time a clip usually takes before there is any history of our own
 */
public record VideoModel(String id, String name, String summary, List<Duration> durations, List<Integer> frameRates,
        List<Format> formats, List<Easing> easings, Set<Feature> features, Texts texts, List<Option> options, Life life,
        Duration typicalTime) {

    /** What a price goes by when no option changes it. */
    public static final String STANDARD = "standard";

    /** A photo of 4:3 is as near to 1:1 as to 16:9, but nobody who holds a phone upright means a square. */
    private static final double TURNING = 0.1;

    public enum Feature {
        PROMPT,
        NEGATIVE_PROMPT,
        SEED
    }

    /**
     * @param promptLimit characters the prompt may have
     * @param negativeLimit characters the negative prompt may have
     * @param promptRequired whether it refuses to draw without words
     */
    public record Texts(int promptLimit, int negativeLimit, boolean promptRequired) {

        public static final Texts USUAL = new Texts(1500, 500, false);
    }

    /**
     * @param from the first day it can be had; empty when it always could
     * @param until the first day it can no longer be had; empty while nobody knows of one
     * @param replacement id of the model to use instead
     */
    public record Life(Optional<LocalDate> from, Optional<LocalDate> until, Optional<String> replacement) {

        public static final Life UNLIMITED = new Life(Optional.empty(), Optional.empty(), Optional.empty());

        public boolean includes(LocalDate day) {
            return from.filter(day::isBefore).isEmpty() && until.filter(end -> !day.isBefore(end)).isEmpty();
        }
    }

    /** A model that reads what is usual, has no options and no known end. */
    public VideoModel(String id, String name, String summary, List<Duration> durations, List<Integer> frameRates,
            List<Format> formats, List<Easing> easings, Set<Feature> features, Duration typicalTime) {
        this(id, name, summary, durations, frameRates, formats, easings, features, Texts.USUAL, List.of(), Life.UNLIMITED,
                typicalTime);
    }

    /** @param resolution the name it is priced by, such as {@code 720p} */
    public record Format(String resolution, Dimensions size) {
    }

    public String provider() {
        return id.substring(0, id.indexOf('/'));
    }

    /** Resolutions in the order of their formats, each once. */
    public List<String> resolutions() {
        return formats.stream().map(Format::resolution).distinct().toList();
    }

    /**
     * Of the sizes of a resolution, the one whose shape is nearest to the given aspect ratio (by their quotient), and rather
     * one that lies or stands as it does.
     */
    public Optional<Dimensions> nearest(String resolution, double aspectRatio) {
        return formats.stream().filter(format -> format.resolution().equals(resolution)).map(Format::size)
                .min(Comparator.comparingDouble(size -> strangeness(size.aspectRatio(), aspectRatio)));
    }

    private static double strangeness(double aspectRatio, double wanted) {
        double distance = Math.abs(Math.log(aspectRatio / wanted));
        return Math.signum(aspectRatio - 1) == Math.signum(wanted - 1) ? distance : distance + TURNING;
    }

    public boolean supports(Feature feature) {
        return features.contains(feature);
    }

    /** What a clip with these options is priced by: {@code standard}, or what the option that is on says. */
    public String variant(Map<String, String> chosen) {
        return options.stream().filter(Option.Toggle.class::isInstance).map(Option.Toggle.class::cast)
                .filter(toggle -> chosen.getOrDefault(toggle.name(), toggle.standard()).equals("true"))
                .map(Option.Toggle::variant).flatMap(Optional::stream).findFirst().orElse(STANDARD);
    }

    /** Everything a clip of it can be priced by. */
    public List<String> variants() {
        return Stream.concat(Stream.of(STANDARD), options.stream().filter(Option.Toggle.class::isInstance)
                .map(Option.Toggle.class::cast).map(Option.Toggle::variant).flatMap(Optional::stream)).distinct().toList();
    }
}
