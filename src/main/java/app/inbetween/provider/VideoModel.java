package app.inbetween.provider;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
 * @param typicalTime wall-clock time a clip usually takes before there is any history of our own
 */
public record VideoModel(String id, String name, String summary, List<Duration> durations, List<Integer> frameRates,
        List<Format> formats, List<Easing> easings, Set<Feature> features, Duration typicalTime) {

    /** A photo of 4:3 is as near to 1:1 as to 16:9, but nobody who holds a phone upright means a square. */
    private static final double TURNING = 0.1;

    public enum Feature {
        PROMPT,
        NEGATIVE_PROMPT,
        SEED
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
}
