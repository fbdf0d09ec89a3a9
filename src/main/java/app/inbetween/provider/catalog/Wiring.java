package app.inbetween.provider.catalog;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import app.inbetween.media.Dimensions;
import app.inbetween.provider.Option;
import app.inbetween.provider.VideoRequest;

/**
 * Where each wish goes in the JSON a provider is sent. What a model has no field for is absent.
 *
 * @param first where the first frame goes, {@code last} the last one
 * @param length how long the film is
 * @param resolution its name there, and what the provider calls each
 * @param size width and height in one text, such as {@code {width}*{height}}
 * @param width in pixels, as {@code height}
 * @param aspect the shape's name, and what each size is called
 * @param options by name
 * @param fixed what is always there
 */
public record Wiring(JsonPointer first, JsonPointer last, Optional<JsonPointer> prompt, Optional<JsonPointer> negative,
        Optional<JsonPointer> seed, Optional<Length> length, Optional<JsonPointer> frameRate, Optional<Named> resolution,
        Optional<Sized> size, Optional<JsonPointer> width, Optional<JsonPointer> height, Optional<Shaped> aspect,
        Map<Option, JsonPointer> options, ObjectNode fixed) {

    /** How a provider counts. */
    enum Unit {
        /** A number. */
        SECONDS,
        /** A number of seconds as text, {@code "5"}. */
        TEXT,
        /** As text with its unit, {@code "5s"}. */
        TEXT_S,
        /** Frames, the first one included: 81 for 5 s at 16 per second. */
        FRAMES
    }

    record Length(JsonPointer field, Unit unit) {

        private JsonNode of(Duration duration, int frameRate) {
            BigDecimal seconds = BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros();
            return switch (unit) {
                case SECONDS -> number(seconds);
                case TEXT -> JsonNodeFactory.instance.textNode(seconds.toPlainString());
                case TEXT_S -> JsonNodeFactory.instance.textNode(seconds.toPlainString() + "s");
                case FRAMES -> JsonNodeFactory.instance.numberNode(Math.round(duration.toMillis() * frameRate / 1000.0) + 1);
            };
        }
    }

    record Named(JsonPointer field, Map<String, String> names) {
    }

    record Sized(JsonPointer field, String pattern) {
    }

    record Shaped(JsonPointer field, Map<Dimensions, String> names) {

        private String of(Dimensions size) {
            return Optional.ofNullable(names.get(size))
                    .orElseThrow(() -> new IllegalStateException("The model does not make films of " + size));
        }
    }

    /** The whole body, with the frames as the provider can reach them: addresses, data URIs or names of uploads. */
    ObjectNode body(VideoRequest request, String firstFrame, String lastFrame) {
        ObjectNode body = fixed.deepCopy();
        put(body, first, text(firstFrame));
        put(body, last, text(lastFrame));
        prompt.filter(field -> !request.prompt().isEmpty()).ifPresent(field -> put(body, field, text(request.prompt())));
        negative.filter(field -> !request.negativePrompt().isEmpty())
                .ifPresent(field -> put(body, field, text(request.negativePrompt())));
        seed.ifPresent(field -> put(body, field, JsonNodeFactory.instance.numberNode(request.seed())));
        length.ifPresent(it -> put(body, it.field, it.of(request.duration(), request.frameRate())));
        frameRate.ifPresent(field -> put(body, field, JsonNodeFactory.instance.numberNode(request.frameRate())));
        resolution.ifPresent(it -> put(body, it.field,
                text(it.names.getOrDefault(request.resolution(), request.resolution()))));
        shape(body, request.size());
        options.forEach((option, field) -> put(body, field,
                value(option, request.options().getOrDefault(option.name(), option.standard()))));
        return body;
    }

    private void shape(ObjectNode body, Dimensions dimensions) {
        size.ifPresent(it -> put(body, it.field, text(it.pattern.replace("{width}", String.valueOf(dimensions.width()))
                .replace("{height}", String.valueOf(dimensions.height())))));
        width.ifPresent(field -> put(body, field, JsonNodeFactory.instance.numberNode(dimensions.width())));
        height.ifPresent(field -> put(body, field, JsonNodeFactory.instance.numberNode(dimensions.height())));
        aspect.ifPresent(it -> put(body, it.field, text(it.of(dimensions))));
    }

    private static JsonNode value(Option option, String chosen) {
        if (option instanceof Option.Toggle) {
            return JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(chosen));
        }
        return option instanceof Option.Number ? number(new BigDecimal(chosen)) : text(chosen);
    }

    private static JsonNode number(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0 ? JsonNodeFactory.instance.numberNode(value.longValueExact())
                : JsonNodeFactory.instance.numberNode(value);
    }

    private static JsonNode text(String value) {
        return JsonNodeFactory.instance.textNode(value);
    }

    private static void put(ObjectNode body, JsonPointer field, JsonNode value) {
        body.withObject(field.head(), JsonNode.OverwriteMode.NULLS, true).set(field.last().getMatchingProperty(), value);
    }
}
