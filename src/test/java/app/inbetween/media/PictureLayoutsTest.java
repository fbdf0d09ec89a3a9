package app.inbetween.media;

import static app.inbetween.media.TestPictures.BLUE;
import static app.inbetween.media.TestPictures.GREEN;
import static app.inbetween.media.TestPictures.RED;
import static app.inbetween.media.TestPictures.jpeg;
import static app.inbetween.media.TestPictures.plain;
import static app.inbetween.media.TestPictures.png;
import static app.inbetween.media.TestPictures.progressive;
import static app.inbetween.media.TestPictures.quarters;
import static app.inbetween.media.TestPictures.resource;
import static app.inbetween.media.TestPictures.withChunk;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever way pixels are kept in a file, the same picture comes out. */
class PictureLayoutsTest extends Developing {

    @Test
    void progressiveJpegsAreRead() throws IOException {
        assertThat(quartersOf(develop(progressive(quarters(120, 80))).picture())).isEqualTo("RGBW");
    }

    @ParameterizedTest
    @ValueSource(ints = { BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB,
            BufferedImage.TYPE_4BYTE_ABGR, BufferedImage.TYPE_BYTE_INDEXED })
    void pngsOfAnyLayoutAreRead(int type) {
        DecodedPicture decoded = develop(png(quarters(120, 80, type)));

        assertThat(quartersOf(decoded.picture())).isEqualTo("RGBW");
        assertThat(decoded.hadAlpha()).isFalse();
    }

    @Test
    void greyStaysAsBrightAsItWas() {
        for (int type : new int[] { BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY }) {
            BufferedImage grey = new BufferedImage(80, 80, type);
            int full = type == BufferedImage.TYPE_BYTE_GRAY ? 1 : 257;
            for (int i = 0; i < 6400; i++) {
                grey.getRaster().setSample(i % 80, i / 80, 0, 100 * full);
            }

            assertThat(develop(png(grey)).picture().colourAt(40, 40)).isEqualTo(0x646464);
            if (full == 1) {
                assertThat(develop(jpeg(grey)).picture().colourAt(40, 40)).isEqualTo(0x646464);
            }
        }
    }

    @Test
    void sixteenBitsBecomeEight() {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, 80, 80, 4, null);
        for (int i = 0; i < 6400; i++) {
            raster.setPixel(i % 80, i / 80, new int[] { 0xc8c8, 0x6464, 0x3200, 0xffff });
        }
        ComponentColorModel deep = new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_sRGB), true, false,
                Transparency.TRANSLUCENT, DataBuffer.TYPE_USHORT);

        DecodedPicture decoded = develop(png(new BufferedImage(deep, raster, false, null)));

        assertThat(decoded.picture().colourAt(40, 40)).isEqualTo(0xc86432);
    }

    @Test
    void paletteWithOneBitIsRead() {
        IndexColorModel palette = new IndexColorModel(1, 2, new byte[] { (byte) 0xc8, 10 }, new byte[] { 0x32, 20 },
                new byte[] { 0x32, 30 });
        BufferedImage image = new BufferedImage(80, 80, BufferedImage.TYPE_BYTE_BINARY, palette);
        image.getRaster().setSample(70, 70, 0, 1);

        Picture picture = develop(png(image)).picture();

        assertThat(picture.colourAt(0, 0)).isEqualTo(RED);
        assertThat(picture.colourAt(70, 70)).isEqualTo(0x0a141e);
    }

    @Test
    void transparencyBecomesWhiteAndIsRemembered() {
        DecodedPicture half = develop(png(plain(80, 80, 0x80000000)));
        DecodedPicture none = develop(png(plain(80, 80, 0x00ff0000)));
        DecodedPicture opaque = develop(png(plain(80, 80, 0xff3250c8)));

        assertThat(half.picture().colourAt(40, 40)).isEqualTo(0x7f7f7f);
        assertThat(half.hadAlpha()).isTrue();
        assertThat(none.picture().colourAt(40, 40)).isEqualTo(0xffffff);
        assertThat(none.hadAlpha()).isTrue();
        assertThat(opaque.picture().colourAt(40, 40)).isEqualTo(BLUE);
        assertThat(opaque.hadAlpha()).isFalse();
    }

    @Test
    void aColourThatMeansTransparentBecomesWhite() {
        byte[] key = { 0, (byte) 0xc8, 0, 0x32, 0, 0x32 };

        DecodedPicture decoded = develop(withChunk(png(quarters(120, 80)), "tRNS", key));

        assertThat(decoded.hadAlpha()).isTrue();
        assertThat(decoded.picture().colourAt(10, 10)).isEqualTo(0xffffff);
        assertThat(decoded.picture().colourAt(110, 10)).isEqualTo(GREEN);
    }

    @ParameterizedTest
    @ValueSource(strings = { "lossy.webp", "lossless.webp" })
    void webpsAreRead(String name) {
        DecodedPicture decoded = develop(resource(name));

        assertThat(decoded.format()).isEqualTo(PictureFormat.WEBP);
        assertThat(quartersOf(decoded.picture())).isEqualTo("RGBW");
        assertThat(decoded.hadAlpha()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "transparent.webp", "transparent-lossy.webp" })
    void transparentWebpsBecomeWhite(String name) {
        DecodedPicture decoded = develop(resource(name));

        // Red and blue on the left; green, half transparent above and wholly below, on the right.
        assertThat(decoded.hadAlpha()).isTrue();
        assertNear(decoded.picture().colourAt(10, 10), RED, 8);
        assertNear(decoded.picture().colourAt(80, 10), 0x98cf98, 8);
        assertNear(decoded.picture().colourAt(80, 54), 0xffffff, 1);
    }
}
