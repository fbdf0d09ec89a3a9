package app.inbetween.provider.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import app.inbetween.media.Dimensions;
import app.inbetween.provider.Easing;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoRequest;

/** The reference of models says what is so. */
class CatalogReferenceTest {

    @Test
    void theExampleOfTheReferenceIsOne() throws IOException {
        CatalogEntry entry = CatalogReader.read("models.yaml", new StringReader(example())).get(0);
        VideoModel model = entry.model();
        VideoRequest request = new VideoRequest(UUID.randomUUID(), "token", model.id(), Path.of("a"), Path.of("b"), "720p",
                new Dimensions(1280, 720), Duration.ofSeconds(5), 24, Easing.LINEAR, "petals", "haze", 7,
                Map.of("fast", "true"),
                Optional.empty());

        assertThat(entry.wireId(request)).isEqualTo("fal-ai/wan-flf2v/720p");
        assertThat(new ObjectMapper().readTree(entry.body(request, "first", "last").toString()))
                .isEqualTo(new ObjectMapper().readTree(
                        """
                                { "start_image_url": "first", "end_image_url": "last", "prompt": "petals", "negative_prompt": "haze", "seed": 7,
                                  "num_frames": 121, "frames_per_second": 24, "resolution": "720P", "aspect_ratio": "16:9",
                                  "num_inference_steps": 30, "shift": 5, "motion_mode": "calm", "acceleration": true,
                                  "enable_safety_checker": true, "output": { "type": "mp4" } }
                                """));
        assertThat(entry.prices()).hasSize(3);
        assertThat(model.variant(request.options())).isEqualTo("fast");
    }

    @Test
    void aSizeWithoutANameIsNotSent() throws IOException {
        CatalogEntry entry = CatalogReader.read("models.yaml", new StringReader(example())).get(0);
        VideoRequest request = new VideoRequest(UUID.randomUUID(), "token", entry.id(), Path.of("a"), Path.of("b"), "720p",
                new Dimensions(960, 720), Duration.ofSeconds(5), 24, Easing.LINEAR, "petals", "", 7, Map.of(),
                Optional.empty());

        assertThatThrownBy(() -> entry.body(request, "first", "last"))
                .hasMessage("The model does not make films of 960 × 720");
    }

    /** What is known in the reference is what is known to the reader. */
    @Test
    void theReferenceNamesEveryFieldOfTheExample() throws IOException {
        String table = Files.readString(Path.of("docs/models.md")).split("## Its fields")[1];
        Matcher fields = Pattern.compile("^  ([a-z-]+):", Pattern.MULTILINE).matcher(example());

        while (fields.find()) {
            assertThat(table).contains("`" + fields.group(1) + "`");
        }
    }

    private static String example() throws IOException {
        String document = Files.readString(Path.of("docs/models.md"));
        int start = document.indexOf("```yaml\n") + 8;
        return document.substring(start, document.indexOf("```", start));
    }
}
