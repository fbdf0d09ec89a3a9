package app.inbetween.fakes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import com.fasterxml.jackson.databind.JsonNode;

import app.inbetween.media.Dimensions;

/** What one of fal's models reads. The real ones pass over fields they do not know; this one shows that a name is misspelt. */
final class FakeFalModel {

    /** Decoding a large picture takes longer than all the rest. */
    private static final Map<ByteBuffer, Optional<Dimensions>> SIZES = new ConcurrentHashMap<>();

    private final String first;
    private final String last;
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final List<String> required = new ArrayList<>();
    private int leastSide = 1;
    private double mostRatio = 100;
    private long mostBytes = 20_000_000;
    private Function<JsonNode, Duration> length = input -> Duration.ofSeconds(5);

    /** What may stand in one field; empty while it may. */
    interface Rule {

        Optional<Problem> check(JsonNode value);
    }

    /** As fal tells it: {@code loc} is added by whoever knows the field. */
    record Problem(String type, String words, Map<String, Object> context) {

        Map<String, Object> at(String field) {
            return Map.of("loc", List.of("body", field), "msg", words, "type", type, "url",
                    "https://docs.fal.ai/errors/#" + type, "ctx", context);
        }
    }

    FakeFalModel(String first, String last) {
        this.first = first;
        this.last = last;
        required.add(first);
        required.add(last);
    }

    FakeFalModel words(String field, int most) {
        return with(field, value -> !value.isTextual() ? problem("string_type", "Input should be a valid string")
                : value.asText().length() > most
                        ? problem("sequence_too_long", "Too many characters", Map.of("max_length", most))
                        : Optional.empty());
    }

    FakeFalModel required(String field) {
        required.add(field);
        return this;
    }

    FakeFalModel oneOf(String field, String... values) {
        return with(field, value -> value.isTextual() && List.of(values).contains(value.asText()) ? Optional.empty()
                : problem("one_of", "Input should be one of the expected values", Map.of("expected", List.of(values))));
    }

    FakeFalModel whole(String field, long least, long most) {
        return with(field, value -> value.isIntegralNumber() ? between(value, least, most)
                : problem("int_type", "Input should be a valid integer"));
    }

    FakeFalModel decimal(String field, double least, double most) {
        return with(field,
                value -> value.isNumber() ? between(value, least, most)
                        : problem("float_type", "Input should be a valid number"));
    }

    FakeFalModel flag(String field) {
        return with(field, value -> value.isBoolean() ? Optional.empty()
                : problem("bool_type", "Input should be a valid boolean"));
    }

    FakeFalModel seconds(Function<JsonNode, Duration> of) {
        length = of;
        return this;
    }

    /** {@code "5"} or {@code "5s"}. */
    FakeFalModel seconds(String standard) {
        return seconds(input -> Duration.ofSeconds(
                Long.parseLong(input.path("duration").asText(standard).replace("s", ""))));
    }

    FakeFalModel pictures(int side, double ratio, long bytes) {
        leastSide = side;
        mostRatio = ratio;
        mostBytes = bytes;
        return this;
    }

    /** All that it knows, the frames' among them. */
    Set<String> fields() {
        return Stream.concat(Stream.of(first, last), rules.keySet().stream()).collect(Collectors.toSet());
    }

    Duration length(JsonNode input) {
        return length.apply(input);
    }

    int frameRate(JsonNode input) {
        return input.path("frames_per_second").asInt(24);
    }

    String first(JsonNode input) {
        return input.path(first).asText();
    }

    String last(JsonNode input) {
        return input.path(last).asText();
    }

    /** @param pictures what lies at an address */
    List<Map<String, Object>> problems(JsonNode input, Function<String, Optional<byte[]>> pictures) {
        List<Map<String, Object>> problems = new ArrayList<>();
        required.stream().filter(field -> !input.hasNonNull(field))
                .forEach(field -> problems.add(new Problem("missing", "Field required", Map.of()).at(field)));
        input.fields().forEachRemaining(field -> check(field.getKey(), field.getValue(), pictures)
                .ifPresent(problem -> problems.add(problem.at(field.getKey()))));
        return problems;
    }

    private Optional<Problem> check(String field, JsonNode value, Function<String, Optional<byte[]>> pictures) {
        if (field.equals(first) || field.equals(last)) {
            return pictures.apply(value.asText()).map(this::picture)
                    .orElseGet(() -> problem("file_download_error", "Failed to download the file"));
        }
        return rules.containsKey(field) ? rules.get(field).check(value)
                : problem("extra_forbidden", "Extra inputs are not permitted");
    }

    private Optional<Problem> picture(byte[] bytes) {
        if (bytes.length > mostBytes) {
            return problem("file_too_large", "File is too large", Map.of("max_size", mostBytes));
        }
        Optional<Dimensions> size = SIZES.computeIfAbsent(ByteBuffer.wrap(bytes), FakeFalModel::decoded);
        if (size.isEmpty()) {
            return problem("image_load_error", "Could not load image");
        }
        if (Math.min(size.get().width(), size.get().height()) < leastSide) {
            return problem("image_too_small", "Image is too small", Map.of("min_height", leastSide, "min_width", leastSide));
        }
        double ratio = size.get().aspectRatio();
        return Math.max(ratio, 1 / ratio) > mostRatio
                ? problem("value_error", "Image aspect ratio is out of range")
                : Optional.empty();
    }

    private static Optional<Dimensions> decoded(ByteBuffer bytes) {
        try {
            return Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(bytes.array())))
                    .map(picture -> new Dimensions(picture.getWidth(), picture.getHeight()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Problem> between(JsonNode value, Number least, Number most) {
        if (value.asDouble() < least.doubleValue()) {
            return problem("greater_than_equal", "Input should be greater than or equal to " + least, Map.of("ge", least));
        }
        return value.asDouble() > most.doubleValue()
                ? problem("less_than_equal", "Input should be less than or equal to " + most, Map.of("le", most))
                : Optional.empty();
    }

    private static Optional<Problem> problem(String type, String words) {
        return problem(type, words, Map.of());
    }

    private static Optional<Problem> problem(String type, String words, Map<String, Object> context) {
        return Optional.of(new Problem(type, words, context));
    }

    private FakeFalModel with(String field, Rule rule) {
        rules.put(field, rule);
        return this;
    }
}
