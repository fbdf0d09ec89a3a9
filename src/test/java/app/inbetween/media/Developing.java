package app.inbetween.media;

import static app.inbetween.media.TestPictures.BLUE;
import static app.inbetween.media.TestPictures.GREEN;
import static app.inbetween.media.TestPictures.RED;
import static app.inbetween.media.TestPictures.WHITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.io.TempDir;

/** Pictures are developed from bytes, and looked at. */
class Developing {

    final Darkroom darkroom = new Darkroom();

    @TempDir
    Path files;

    DecodedPicture develop(byte[] content) {
        try {
            return darkroom.develop(TestPictures.write(files, "picture", content), TestPictures.LIMITS, picture -> picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** R, G, B, W for the colour nearest to the middle of the upper left, upper right, lower left, lower right quarter. */
    static String quartersOf(Picture picture) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            int x = picture.size().width() * (1 + i % 2 * 2) / 4;
            int y = picture.size().height() * (1 + i / 2 * 2) / 4;
            letters.append(letter(picture.colourAt(x, y)));
        }
        return letters.toString();
    }

    static char letter(int colour) {
        int[] known = { RED, GREEN, BLUE, WHITE };
        int nearest = IntStream.range(0, 4).boxed().min(Comparator.comparingInt(i -> distance(colour, known[i]))).orElseThrow();
        return distance(colour, known[nearest]) < 40 ? "RGBW".charAt(nearest) : '?';
    }

    static void assertNear(int colour, int expected, int tolerance) {
        assertThat(distance(colour, expected)).as("%06x, expected %06x", colour, expected).isLessThanOrEqualTo(tolerance);
    }

    /** The largest difference of any of the three colours. */
    static int distance(int a, int b) {
        return IntStream.of(0, 8, 16).map(shift -> Math.abs((a >> shift & 0xff) - (b >> shift & 0xff))).max().orElseThrow();
    }
}
