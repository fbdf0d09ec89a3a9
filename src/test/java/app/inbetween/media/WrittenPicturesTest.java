package app.inbetween.media;

import static app.inbetween.media.TestPictures.BLUE;
import static app.inbetween.media.TestPictures.RED;
import static app.inbetween.media.TestPictures.exif;
import static app.inbetween.media.TestPictures.jpeg;
import static app.inbetween.media.TestPictures.png;
import static app.inbetween.media.TestPictures.quarters;
import static app.inbetween.media.TestPictures.withSegment;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

import org.junit.jupiter.api.Test;

/** What is in the files that pictures are written to, and what is not. */
class WrittenPicturesTest extends Developing {

    @Test
    void writtenFilesSayNothingAboutWhereTheyCameFrom() throws IOException {
        byte[] secret = TestPictures.join("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), exif(6),
                "GPS 52.5 13.4 Ada".getBytes(StandardCharsets.ISO_8859_1));
        Picture picture = develop(withSegment(withSegment(jpeg(quarters(120, 80)), 0xe1, secret), 0xfe, "Ada".getBytes()))
                .picture();

        picture.writeJpeg(files.resolve("out.jpg"), 0.95f);
        picture.writePng(files.resolve("out.png"));

        for (String name : new String[] { "out.jpg", "out.png" }) {
            String written = Files.readString(files.resolve(name), StandardCharsets.ISO_8859_1);
            assertThat(written).doesNotContain("Ada", "Exif", "tEXt", "tIME", "ICC_PROFILE");
            assertThat(develop(Files.readAllBytes(files.resolve(name))).wasTurned()).isFalse();
        }
    }

    @Test
    void aWrittenPngIsExactAndAWrittenJpegKeepsTheColoursOfEveryPixel() throws IOException {
        BufferedImage stripes = new BufferedImage(96, 96, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < 96 * 96; i++) {
            stripes.setRGB(i % 96, i / 96, i % 2 == 0 ? RED : BLUE);
        }
        Picture picture = develop(png(stripes)).picture();

        picture.writePng(files.resolve("out.png"));
        picture.writeJpeg(files.resolve("out.jpg"), 0.95f);

        Picture png = develop(Files.readAllBytes(files.resolve("out.png"))).picture();
        Picture jpeg = develop(Files.readAllBytes(files.resolve("out.jpg"))).picture();
        assertThat(png.bytes()).isEqualTo(picture.bytes());
        // With halved colour resolution both would be nearly the same purple.
        assertNear(jpeg.colourAt(40, 40), RED, 25);
        assertNear(jpeg.colourAt(41, 40), BLUE, 25);
    }
}
