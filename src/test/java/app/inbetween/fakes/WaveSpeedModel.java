package app.inbetween.fakes;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import javax.imageio.ImageIO;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What one of WaveSpeed's models takes, written down from its page and apart from our catalogue, which is tried against it.
 *
 * @param first and {@code last} the fields of the frames
 * @param usual seconds of a film when nobody says
 * @param fields everything else it takes, by name
 */
record WaveSpeedModel(String id, String first, String last, Images images, int frameRate, int usual,
        Map<String, Field> fields) {

    private static final Field FLAG = new Field("boolean", "true or false", false, JsonNode::isBoolean);
    /** What every model takes. */
    private static final Map<String, Field> COMMON = Map.of("enable_sync_mode", FLAG, "enable_base64_output", FLAG);

    /**
     * @param type as in its schema
     * @param range as it says what it takes
     */
    record Field(String type, String range, boolean required, Predicate<JsonNode> takes) {

        Field must() {
            return new Field(type, range, true, takes);
        }
    }

    /** The shorter side in pixels, width over height, and the file's size. */
    record Images(int leastSide, double leastRatio, double mostRatio, long mostBytes) {

        Optional<String> problem(byte[] bytes) throws IOException {
            if (!isJpegOrPng(bytes)) {
                return Optional.of("is neither JPEG nor PNG");
            }
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(bytes));
            if (picture == null) {
                return Optional.of("cannot be decoded");
            }
            double ratio = picture.getWidth() / (double) picture.getHeight();
            if (Math.min(picture.getWidth(), picture.getHeight()) < leastSide) {
                return Optional.of("is smaller than " + leastSide + " pixels");
            }
            if (ratio < leastRatio || ratio > mostRatio) {
                return Optional.of("has an aspect ratio outside " + leastRatio + " to " + mostRatio);
            }
            return bytes.length > mostBytes ? Optional.of("is larger than " + mostBytes + " bytes") : Optional.empty();
        }

        private static boolean isJpegOrPng(byte[] bytes) {
            return bytes.length > 4 && (bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xd8
                    || bytes[1] == 'P' && bytes[2] == 'N' && bytes[3] == 'G');
        }
    }

    static Field flag() {
        return FLAG;
    }

    static Field text(int most) {
        return new Field("string", "at most " + most + " characters", false,
                value -> value.isTextual() && value.textValue().length() <= most);
    }

    static Field whole(long least, long most) {
        return new Field("integer", least + " to " + most, false, value -> value.isIntegralNumber()
                && value.longValue() >= least && value.longValue() <= most);
    }

    static Field number(double least, double most) {
        return new Field("number", least + " to " + most, false,
                value -> value.isNumber() && value.doubleValue() >= least && value.doubleValue() <= most);
    }

    static Field words(String... values) {
        return new Field("string", String.join(", ", values), false,
                value -> value.isTextual() && List.of(values).contains(value.textValue()));
    }

    static Field wholes(Integer... values) {
        return new Field("integer", Arrays.toString(values), false,
                value -> value.isIntegralNumber() && List.of(values).contains(value.intValue()));
    }

    WaveSpeedModel with(String name, Field field) {
        Map<String, Field> more = new LinkedHashMap<>(fields);
        more.put(name, field);
        return new WaveSpeedModel(id, first, last, images, frameRate, usual, more);
    }

    /** What is wrong with the input besides the pictures themselves. */
    Optional<String> problem(JsonNode input) {
        for (String frame : List.of(first, last)) {
            if (!input.path(frame).isTextual() || input.path(frame).textValue().isBlank()) {
                return Optional.of("property \"" + frame + "\" is missing");
            }
        }
        for (Map.Entry<String, Field> field : fields.entrySet()) {
            if (field.getValue().required() && input.path(field.getKey()).asText().isBlank()) {
                return Optional.of("property \"" + field.getKey() + "\" is missing");
            }
        }
        for (Iterator<Map.Entry<String, JsonNode>> given = input.fields(); given.hasNext();) {
            Map.Entry<String, JsonNode> entry = given.next();
            Optional<String> problem = problem(entry.getKey(), entry.getValue());
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    /** Stricter than the real one, which is not known to refuse what it does not know: so that no wish is lost in silence. */
    private Optional<String> problem(String name, JsonNode value) {
        if (name.equals(first) || name.equals(last)) {
            return Optional.empty();
        }
        Field field = fields.getOrDefault(name, COMMON.get(name));
        if (field == null) {
            return Optional.of("property \"" + name + "\" is unknown");
        }
        return field.takes().test(value) ? Optional.empty()
                : Optional.of("value of \"" + name + "\" must be " + field.range() + ", not " + value);
    }

    Duration length(JsonNode input) {
        return Duration.ofMillis(new BigDecimal(input.path("duration").asText(String.valueOf(usual))).movePointRight(3)
                .longValue());
    }
}
