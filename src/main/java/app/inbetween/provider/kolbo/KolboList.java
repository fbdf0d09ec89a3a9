package app.inbetween.provider.kolbo;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import app.inbetween.media.Dimensions;
import app.inbetween.provider.Option;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoModel.Feature;
import app.inbetween.provider.VideoModel.Format;
import app.inbetween.provider.VideoModel.Texts;
import io.quarkus.logging.Log;

/** Reads the list of models Kolbo answers with. What it leaves out is as its documentation has it. */
final class KolboList {

    private static final String TYPE = "firstlastgenerations";
    private static final List<String> RATIOS = List.of("16:9", "9:16", "1:1");
    private static final String USUAL_RESOLUTION = "720p";
    private static final int USUAL_SECONDS = 5;
    private static final int MOST_SECONDS = 60;
    private static final int TYPICAL_SECONDS = 120;
    private static final int FRAME_RATE = 24;

    private KolboList() {
    }

    /** A model that makes no sense is left out, and the others stay. */
    static List<KolboModel> read(JsonNode models) {
        List<KolboModel> read = new ArrayList<>();
        for (JsonNode node : models) {
            if (node.path("identifier").asText("").isBlank() || !makesPairs(node.path("types"))) {
                Log.debugf("Kolbo lists something that is no model for pairs: %s", node);
            } else {
                model(node).ifPresentOrElse(read::add,
                        () -> Log.warnf("Kolbo's model %s has no size that can be made", node.path("identifier").asText()));
            }
        }
        return List.copyOf(read);
    }

    private static boolean makesPairs(JsonNode types) {
        return !types.isArray() || types.isEmpty() || texts(types).contains(TYPE);
    }

    private static Optional<KolboModel> model(JsonNode node) {
        List<String> resolutions = texts(node.path("supported_resolutions"));
        List<String> named = resolutions.isEmpty() ? List.of(USUAL_RESOLUTION) : resolutions;
        Map<Dimensions, String> ratios = new LinkedHashMap<>();
        List<Format> formats = formats(named, texts(node.path("supported_aspect_ratios")), ratios);
        if (formats.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal sound = number(node.path("sound_credit_multiplier"), BigDecimal.ONE);
        Map<String, BigDecimal> credits = new LinkedHashMap<>();
        named.forEach(resolution -> credits.put(resolution, number(node.path("credit"), BigDecimal.ZERO)
                .multiply(number(node.path("resolution_multipliers").path(resolution), BigDecimal.ONE))));
        return Optional.of(new KolboModel(video(node, formats, sound), node.path("identifier").asText(), ratios,
                !resolutions.isEmpty(), credits, sound));
    }

    private static VideoModel video(JsonNode node, List<Format> formats, BigDecimal sound) {
        String identifier = node.path("identifier").asText();
        String maker = node.path("provider").asText("");
        return new VideoModel(KolboModel.idOf(identifier), node.path("name").asText(identifier),
                maker.isBlank() ? "Through Kolbo." : "By " + maker + ", through Kolbo.", durations(node), List.of(FRAME_RATE),
                formats, List.of(), Set.of(Feature.PROMPT), new Texts(Texts.USUAL.promptLimit(), 0, false), options(sound),
                VideoModel.Life.UNLIMITED,
                Duration.ofSeconds(Math.max(1, node.path("estimated_duration_seconds").asInt(TYPICAL_SECONDS))));
    }

    private static List<Duration> durations(JsonNode node) {
        List<Integer> listed = StreamSupport.stream(node.path("supported_durations").spliterator(), false)
                .map(JsonNode::asInt).filter(it -> it > 0 && it <= MOST_SECONDS).sorted().distinct().toList();
        int usual = Math.min(USUAL_SECONDS, node.path("max_output_duration").asInt(USUAL_SECONDS));
        int least = Math.max(1, node.path("min_output_duration").asInt(usual));
        int most = Math.min(MOST_SECONDS, node.path("max_output_duration").asInt(least));
        return (listed.isEmpty() ? IntStream.rangeClosed(least, Math.max(least, most)).boxed().toList() : listed).stream()
                .map(Duration::ofSeconds).toList();
    }

    private static List<Format> formats(List<String> resolutions, List<String> ratios, Map<Dimensions, String> names) {
        List<Format> formats = new ArrayList<>();
        for (String resolution : resolutions) {
            for (String ratio : ratios.isEmpty() ? RATIOS : ratios) {
                size(resolution, ratio).ifPresent(size -> {
                    formats.add(new Format(resolution, size));
                    names.put(size, ratio);
                });
            }
        }
        return formats;
    }

    /** The resolution is the shorter side; both are even, as films need it. */
    private static Optional<Dimensions> size(String resolution, String ratio) {
        String lines = resolution.toLowerCase(Locale.ROOT).replace("4k", "2160p").replace("2k", "1440p");
        if (!lines.matches("[1-9]\\d{2,3}p") || !ratio.matches("[1-9]\\d?:[1-9]\\d?")) {
            return Optional.empty();
        }
        double shorter = Integer.parseInt(lines.substring(0, lines.length() - 1));
        double width = Integer.parseInt(ratio.split(":")[0]);
        double height = Integer.parseInt(ratio.split(":")[1]);
        double least = Math.min(width, height);
        return Optional.of(new Dimensions(even(shorter * width / least), even(shorter * height / least)));
    }

    private static int even(double side) {
        return (int) Math.round(side / 2) * 2;
    }

    /** Sound is off unless somebody wants to pay for it. */
    private static List<Option> options(BigDecimal sound) {
        Option expansion = new Option.Toggle(KolboModel.EXPANSION, "Rewrite the prompt",
                "A language model adds detail first.", true, Optional.empty());
        return sound.compareTo(BigDecimal.ONE) == 0 ? List.of(expansion)
                : List.of(expansion, new Option.Toggle(KolboModel.SOUND, "Sound", "Costs more.", false,
                        Optional.of(KolboModel.SOUND_VARIANT)));
    }

    private static BigDecimal number(JsonNode node, BigDecimal otherwise) {
        return node.isNumber() && node.decimalValue().signum() >= 0 ? node.decimalValue() : otherwise;
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::textValue).filter(Objects::nonNull).toList();
    }
}
