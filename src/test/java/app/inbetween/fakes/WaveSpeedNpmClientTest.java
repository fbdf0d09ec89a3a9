package app.inbetween.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The fake is what the provider's own client takes it for. */
class WaveSpeedNpmClientTest {

    @TempDir
    Path directory;

    @Test
    void theProvidersOwnClientIsContent() throws IOException {
        try (FakeWaveSpeed fake = new FakeWaveSpeed(0)) {
            NodeClient.Outcome outcome = new NodeClient("wavespeed").run(fake.origin().toString(), FakeWaveSpeed.KEY,
                    still("first", Color.DARK_GRAY), still("last", Color.ORANGE));

            if (outcome instanceof NodeClient.Ran ran) {
                assertThat(ran.exit()).as(ran.errors()).isZero();
                assertContent(new ObjectMapper().readTree(ran.output().lines().reduce((one, next) -> next).orElseThrow()));
            } else {
                assertThat(((NodeClient.NotRun) outcome).words()).startsWith("The npm client of wavespeed was not run: ");
            }
        }
    }

    private static void assertContent(JsonNode seen) {
        assertThat(seen.path("sameBytes").asBoolean()).isTrue();
        assertThat(seen.path("outputs").asInt()).isEqualTo(1);
        assertThat(seen.path("film").asText()).isEqualTo("ftyp");
        assertThat(seen.path("refusedByPolicy").asText()).contains("Content moderation refused the input");
        assertThat(seen.path("withoutLastFrame").asText()).contains("HTTP 400").contains("last_image");
        assertThat(seen.path("unknownModel").asText()).contains("HTTP 404");
        assertThat(seen.path("wrongKey").asText()).contains("HTTP 401");
        assertThat(seen.path("survives502").asInt()).isEqualTo(1);
        System.out.println("The npm client wavespeed 0.3.2 was content with the fake.");
    }

    private String still(String name, Color colour) throws IOException {
        BufferedImage picture = new BufferedImage(832, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(colour);
        pen.fillRect(0, 0, 832, 480);
        pen.dispose();
        Path file = directory.resolve(name + ".png");
        ImageIO.write(picture, "png", file.toFile());
        return file.toString();
    }
}
