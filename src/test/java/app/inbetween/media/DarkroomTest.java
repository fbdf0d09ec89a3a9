package app.inbetween.media;

import static app.inbetween.media.TestPictures.BLUE;
import static app.inbetween.media.TestPictures.GREEN;
import static app.inbetween.media.TestPictures.RED;
import static app.inbetween.media.TestPictures.WHITE;
import static app.inbetween.media.TestPictures.exif;
import static app.inbetween.media.TestPictures.extendedWebp;
import static app.inbetween.media.TestPictures.jpeg;
import static app.inbetween.media.TestPictures.plain;
import static app.inbetween.media.TestPictures.png;
import static app.inbetween.media.TestPictures.quarters;
import static app.inbetween.media.TestPictures.resource;
import static app.inbetween.media.TestPictures.webpChunk;
import static app.inbetween.media.TestPictures.withChunk;
import static app.inbetween.media.TestPictures.withJpegProfile;
import static app.inbetween.media.TestPictures.withOrientation;
import static app.inbetween.media.TestPictures.withPngProfile;
import static app.inbetween.media.TestPictures.withSegment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DarkroomTest {

    private final Darkroom darkroom = new Darkroom();

    @TempDir
    Path files;

    @ParameterizedTest
    @CsvSource({ "1, RGBW", "2, GRWB", "3, WBGR", "4, BWRG", "5, RBGW", "6, BRWG", "7, WGBR", "8, GWRB" })
    void aPictureIsUprightWhateverItsOrientation(int orientation, String quarters) {
        BufferedImage stored = quarters(120, 80);

        for (byte[] file : new byte[][] { withOrientation(jpeg(stored), orientation),
                withChunk(png(stored), "eXIf", exif(orientation)),
                extendedWebp(resource("lossy.webp"), 8, 96, 64, new byte[0], webpChunk("EXIF", exif(orientation))) }) {
            DecodedPicture decoded = develop(file);

            Dimensions size = decoded.picture().size();
            assertThat(size.aspectRatio()).isEqualTo(orientation < 5 ? 1.5 : 1 / 1.5);
            assertThat(quartersOf(decoded.picture())).isEqualTo(quarters);
            assertThat(decoded.wasTurned()).isEqualTo(orientation != 1);
        }
    }

    @Test
    void twoPhonePortraitsOfTwelveMegapixelsComeOutUpright() {
        byte[] photo = withOrientation(jpeg(quarters(4032, 3024)), 6);

        for (int i = 0; i < 2; i++) {
            Picture picture = develop(photo).picture();

            assertThat(picture.size()).isEqualTo(new Dimensions(3024, 4032));
            assertThat(quartersOf(picture)).isEqualTo("BRWG");
        }
    }

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

    @Test
    void aTextThatUnpacksToGigabytesIsNotRead() {
        byte[] bomb = TestPictures.deflated(new byte[200 << 20]);
        byte[] text = TestPictures.join("t\0\0".getBytes(StandardCharsets.ISO_8859_1), bomb);
        byte[] png = png(quarters(120, 80));
        for (int i = 0; i < 20; i++) {
            png = withChunk(withChunk(png, "zTXt", text), "iCCP", text);
        }

        assertThat(quartersOf(develop(png).picture())).isEqualTo("RGBW");
    }

    @Test
    @Timeout(10)
    void aFewCraftedBytesDoNotKeepADecoderBusy() {
        // A minute of zeros read beyond these 76 bytes, were it not stopped.
        assertThatExceptionOfType(UnreadablePictureException.class).isThrownBy(() -> develop(resource("endless.webp")));
    }

    @Test
    void damageWithinIsRefused() {
        byte[] png = TestPictures.pngHeader(100, 100);

        assertThatExceptionOfType(UnreadablePictureException.class).isThrownBy(() -> develop(png)).withMessage(
                "This PNG is damaged and cannot be read. Open it in a picture program, save it anew and choose it again.");
    }

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

    @Test
    void onlyTwoPicturesAreWorkedOnAtOnce() throws Exception {
        Path file = TestPictures.write(files, "picture", png(quarters(64, 64)));
        ExecutorService people = Executors.newFixedThreadPool(6);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch twoInside = new CountDownLatch(2);

        var all = IntStream.range(0, 6)
                .mapToObj(i -> people.submit(() -> darkroom.develop(file, ImageProbeTest.LIMITS, picture -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    twoInside.countDown();
                    await(twoInside);
                    inside.decrementAndGet();
                    return null;
                }))).toList();
        for (var each : all) {
            each.get(20, TimeUnit.SECONDS);
        }
        people.shutdown();

        assertThat(most).hasValue(2);
    }

    @Test
    void aRefusalMakesRoomForTheNext() {
        for (int i = 0; i < 5; i++) {
            assertThatExceptionOfType(UnreadablePictureException.class).isThrownBy(() -> develop(new byte[0]));
        }

        assertThat(develop(png(quarters(64, 64))).picture().size()).isEqualTo(new Dimensions(64, 64));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private DecodedPicture develop(byte[] content) {
        try {
            return darkroom.develop(TestPictures.write(files, "picture", content), ImageProbeTest.LIMITS, picture -> picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** R, G, B, W for the colour nearest to the middle of the upper left, upper right, lower left, lower right quarter. */
    private static String quartersOf(Picture picture) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            int x = picture.size().width() * (1 + i % 2 * 2) / 4;
            int y = picture.size().height() * (1 + i / 2 * 2) / 4;
            letters.append(letter(picture.colourAt(x, y)));
        }
        return letters.toString();
    }

    private static char letter(int colour) {
        int[] known = { RED, GREEN, BLUE, WHITE };
        int nearest = IntStream.range(0, 4).boxed().min(Comparator.comparingInt(i -> distance(colour, known[i]))).orElseThrow();
        return distance(colour, known[nearest]) < 40 ? "RGBW".charAt(nearest) : '?';
    }

    private static void assertNear(int colour, int expected, int tolerance) {
        assertThat(distance(colour, expected)).as("%06x, expected %06x", colour, expected).isLessThanOrEqualTo(tolerance);
    }

    /** The largest difference of any of the three colours. */
    private static int distance(int a, int b) {
        return IntStream.of(0, 8, 16).map(shift -> Math.abs((a >> shift & 0xff) - (b >> shift & 0xff))).max().orElseThrow();
    }

    private static byte[] progressive(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam settings = writer.getDefaultWriteParam();
        settings.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        return written(writer, new IIOImage(image, null, writer.getDefaultImageMetadata(
                ImageTypeSpecifier.createFromRenderedImage(image), settings)), settings);
    }

    private static byte[] cmyk(WritableRaster inks) throws IOException {
        return written(ImageIO.getImageWritersByFormatName("jpeg").next(), new IIOImage(inks, null, null), null);
    }

    private static byte[] written(ImageWriter writer, IIOImage image, ImageWriteParam settings) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, image, settings);
        }
        return bytes.toByteArray();
    }
}
