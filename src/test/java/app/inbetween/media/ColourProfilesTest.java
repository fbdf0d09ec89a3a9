package app.inbetween.media;

import static app.inbetween.media.TestPictures.GREEN;
import static app.inbetween.media.TestPictures.RED;
import static app.inbetween.media.TestPictures.cmyk;
import static app.inbetween.media.TestPictures.extendedWebp;
import static app.inbetween.media.TestPictures.jpeg;
import static app.inbetween.media.TestPictures.plain;
import static app.inbetween.media.TestPictures.png;
import static app.inbetween.media.TestPictures.quarters;
import static app.inbetween.media.TestPictures.resource;
import static app.inbetween.media.TestPictures.webpChunk;
import static app.inbetween.media.TestPictures.withJpegProfile;
import static app.inbetween.media.TestPictures.withPngProfile;
import static app.inbetween.media.TestPictures.withSegment;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

/** Colours of every kind become sRGB. */
class ColourProfilesTest extends Developing {

    @Test
    void wideColoursBecomeSrgb() {
        BufferedImage image = plain(96, 64, 0xffb46e5a);
        BufferedImage opaque = new BufferedImage(96, 64, BufferedImage.TYPE_3BYTE_BGR);
        opaque.createGraphics().drawImage(image, 0, 0, null);

        for (TestProfile profile : new TestProfile[] { TestProfile.DISPLAY_P3, TestProfile.ADOBE_RGB }) {
            int expected = profile.toSrgb(0xb46e5a);
            assertThat(expected).isNotEqualTo(0xb46e5a);

            assertNear(develop(withJpegProfile(jpeg(opaque), profile.icc())).picture().colourAt(40, 40), expected, 3);
            assertNear(develop(withPngProfile(png(opaque), profile.icc())).picture().colourAt(40, 40), expected, 2);
            assertNear(develop(withPngProfile(png(image), profile.icc())).picture().colourAt(40, 40), expected, 2);
        }
    }

    @Test
    void wideColoursOfAWebpBecomeSrgb() {
        byte[] profile = webpChunk("ICCP", TestProfile.DISPLAY_P3.icc());

        for (String name : new String[] { "lossy.webp", "lossless.webp" }) {
            Picture picture = develop(extendedWebp(resource(name), 32, 96, 64, profile, new byte[0])).picture();

            assertNear(picture.colourAt(10, 10), TestProfile.DISPLAY_P3.toSrgb(RED), 6);
            assertNear(picture.colourAt(80, 10), TestProfile.DISPLAY_P3.toSrgb(GREEN), 6);
        }
    }

    @Test
    void aProfileThatMakesNoSenseIsIgnored() {
        byte[] nonsense = "no profile".getBytes(StandardCharsets.ISO_8859_1);
        byte[] broken = TestProfile.DISPLAY_P3.icc();
        Arrays.fill(broken, 132, broken.length, (byte) 0x7f);

        for (byte[] profile : new byte[][] { nonsense, broken, new byte[0] }) {
            assertThat(quartersOf(develop(withPngProfile(png(quarters(120, 80)), profile)).picture())).isEqualTo("RGBW");
            assertThat(quartersOf(develop(withJpegProfile(jpeg(quarters(120, 80)), profile)).picture())).isEqualTo("RGBW");
            byte[] webp = extendedWebp(resource("lossy.webp"), 32, 96, 64, webpChunk("ICCP", profile), new byte[0]);
            assertThat(quartersOf(develop(webp).picture())).isEqualTo("RGBW");
        }
    }

    @Test
    void printersColoursBecomeSrgb() throws IOException {
        // Photoshop stores ink inverted: 255 is none. Half magenta and all yellow is orange.
        WritableRaster inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 96, 64, 4, null);
        for (int i = 0; i < 96 * 64; i++) {
            inks.setPixel(i % 96, i / 96, new int[] { 255, 127, 0, 255 });
        }
        byte[] adobe = "Adobe\0d\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);

        int colour = develop(withSegment(cmyk(inks), 0xee, adobe)).picture().colourAt(40, 40);

        assertThat(colour >> 16 & 0xff).isGreaterThan(200);
        assertThat(colour >> 8 & 0xff).isBetween(90, 180);
        assertThat(colour & 0xff).isLessThan(80);
    }
}
