package app.inbetween.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** fal's own client is content with the fake. */
class FalNodeClientTest {

    @TempDir
    Path directory;

    @Test
    void theClientOfFalIsContent() throws IOException {
        try (FakeFal fal = new FakeFal(0)) {
            NodeClient.Outcome outcome = new NodeClient("fal").run(fal.origin().toString(), FakeFal.KEY,
                    still("first", Color.DARK_GRAY).toString(), still("last", Color.ORANGE).toString());

            if (outcome instanceof NodeClient.Ran ran) {
                assertThat(ran.exit()).as(ran.output() + ran.errors()).isZero();
                check(new ObjectMapper().readTree(ran.output()), fal);
            } else {
                assertThat(((NodeClient.NotRun) outcome).words()).startsWith("The npm client of fal was not run: ");
            }
        }
    }

    /** What the fake does not know it refuses, so all that our catalogue sends is among these. */
    @Test
    void everyFieldIsOneThatTheTypesOfFalsClientName() throws IOException {
        NodeClient client = new NodeClient("fal");
        Optional<NodeClient.NotRun> missing = client.install();

        if (missing.isEmpty()) {
            String types = Files.readString(client.file("@fal-ai/client/src/types/endpoints.d.ts"));
            FakeFalModels.all().forEach((endpoint, model) -> assertThat(named(types, endpoint)).as(endpoint)
                    .containsAll(model.fields()));
        }
    }

    /** The fields of an endpoint's input. */
    private static List<String> named(String types, String endpoint) {
        String type = first(types, Pattern.quote("\"" + endpoint + "\"") + ": \\{\\s+input: (\\w+);").orElseThrow();
        // Some have only another name for the type of a model they share it with.
        Optional<String> same = first(types, "export type " + type + " = (\\w+);");
        String body = first(types, "(?s)export type " + same.orElse(type) + " = \\{\\n(.*?)\\n\\};").orElseThrow();
        return Pattern.compile("(?m)^    (\\w+)\\??:").matcher(body).results().map(field -> field.group(1)).toList();
    }

    private static Optional<String> first(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().map(found -> found.group(1)).findFirst();
    }

    private static void check(JsonNode told, FakeFal fal) {
        assertThat(told.path("sameBytes").asBoolean()).isTrue();
        assertThat(told.path("states")).extracting(JsonNode::asText).contains("IN_PROGRESS", "COMPLETED");
        assertThat(told.path("streamed")).extracting(JsonNode::asText).containsExactly("IN_QUEUE", "IN_PROGRESS", "COMPLETED");
        assertThat(told.path("film").asText()).isEqualTo("ftyp");
        assertThat(told.path("seed").asInt()).isEqualTo(7);
        assertThat(told.path("sameRequest").asBoolean()).isTrue();
        assertThat(told.path("cancelled").asInt()).isEqualTo(499);
        assertRefused(told.path("tooFewFrames"), List.of("num_frames: greater_than_equal"));
        assertRefused(told.path("withoutPrompt"), List.of("prompt: missing"));
        assertRefused(told.path("refusedByPolicy"), List.of("prompt: content_policy_violation"));
        assertThat(told.path("unknownEndpoint").path("status").asInt()).isEqualTo(404);
        assertThat(fal.tasks()).extracting(FakeTask::webhook)
                .contains(Optional.of(URI.create("http://localhost:9/hooks/fal/a?b=c")));
    }

    private static void assertRefused(JsonNode told, List<String> fields) {
        assertThat(told.path("name").asText()).isEqualTo("ValidationError");
        assertThat(told.path("status").asInt()).isEqualTo(422);
        assertThat(told.path("fields")).extracting(JsonNode::asText).containsExactlyElementsOf(fields);
    }

    private Path still(String name, Color colour) throws IOException {
        BufferedImage picture = new BufferedImage(832, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(colour);
        pen.fillRect(0, 0, 832, 480);
        pen.dispose();
        Path file = directory.resolve(name + ".png");
        ImageIO.write(picture, "png", file.toFile());
        return file;
    }
}
