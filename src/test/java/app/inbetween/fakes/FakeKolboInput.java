package app.inbetween.fakes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;

import javax.imageio.ImageIO;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What Kolbo takes: a form with two files, or JSON with two addresses, and never both. */
final class FakeKolboInput {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final Set<String> FIELDS = Set.of("prompt", "model", "duration", "aspect_ratio", "resolution",
            "enhance_prompt", "sound_enabled", "visual_dna_ids", "project_id", "session_id");

    private static final List<String> ADDRESSES = List.of("first_frame_url", "last_frame_url");

    private final ObjectNode fields;
    private final byte[] first;
    private final byte[] last;

    /** @param stored what lies at an address */
    FakeKolboInput(Request request, Function<String, Optional<byte[]>> stored) {
        Optional<FormParts> form = FormParts.of(request);
        List<byte[]> frames = form.map(FakeKolboInput::files).orElseGet(() -> addresses(request.json(), stored));
        fields = form.map(FakeKolboInput::texts).orElseGet(() -> (ObjectNode) request.json());
        first = frames.get(0);
        last = frames.get(1);
        require(first.length + last.length <= MOST_BYTES, "The files are larger than 10 MB together");
        check(first);
        check(last);
        fields.fieldNames().forEachRemaining(
                name -> require(FIELDS.contains(name) || form.isEmpty() && ADDRESSES.contains(name), "Unknown field " + name));
        checkFlags();
    }

    ObjectNode fields() {
        return fields;
    }

    byte[] first() {
        return first;
    }

    byte[] last() {
        return last;
    }

    String model() {
        return fields.path("model").asText("");
    }

    int duration() {
        require(fields.path("duration").asText("5").matches("\\d{1,2}"), "duration must be a whole number of seconds");
        return fields.path("duration").asInt(5);
    }

    /** Everything the model says of itself holds. */
    void fits(JsonNode model) {
        List<String> lengths = texts(model.path("supported_durations"));
        require(lengths.isEmpty() ? duration() >= model.path("min_output_duration").asInt(1)
                && duration() <= model.path("max_output_duration").asInt(60) : lengths.contains("" + duration()),
                "Unsupported duration");
        require(texts(model.path("supported_aspect_ratios")).contains(fields.path("aspect_ratio").asText("16:9")),
                "Unsupported aspect_ratio");
        List<String> resolutions = texts(model.path("supported_resolutions"));
        require(!fields.has("resolution") || resolutions.contains(fields.path("resolution").asText()),
                "Unsupported resolution");
    }

    private void checkFlags() {
        for (String flag : List.of("enhance_prompt", "sound_enabled")) {
            require(fields.path(flag).asText("true").matches("true|false"), flag + " must be true or false");
        }
    }

    private static List<byte[]> files(FormParts form) {
        List<FormParts.Part> files = form.files();
        require(form.field("first_frame_url").isEmpty() && form.field("last_frame_url").isEmpty(),
                "Send files or addresses, not both");
        require(files.size() == 2 && files.stream().allMatch(file -> file.name().equals("files")),
                "Two files are required, first frame first");
        return files.stream().map(FormParts.Part::content).toList();
    }

    private static List<byte[]> addresses(JsonNode body, Function<String, Optional<byte[]>> stored) {
        return ADDRESSES.stream().map(name -> stored.apply(body.path(name).asText(""))
                .orElseThrow(() -> missing(name + " is required, and must be an address that can be read"))).toList();
    }

    private static ObjectNode texts(FormParts form) {
        ObjectNode fields = JSON.createObjectNode();
        form.all().stream().filter(part -> part.fileName().isEmpty()).forEach(part -> fields.put(part.name(), part.text()));
        return fields;
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }

    private static void check(byte[] picture) {
        try {
            require(ImageIO.read(new ByteArrayInputStream(picture)) != null, "A file is no picture");
        } catch (IOException e) {
            throw missing("A file is no picture");
        }
    }

    private static void require(boolean fulfilled, String otherwise) {
        if (!fulfilled) {
            throw missing(otherwise);
        }
    }

    private static Refusal missing(String words) {
        return FakeKolboRefusals.refusal(400, "MISSING_FIELDS", words);
    }
}
