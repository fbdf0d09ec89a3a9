package app.inbetween.media;

import static app.inbetween.media.TestPictures.exif;
import static app.inbetween.media.TestPictures.extendedWebp;
import static app.inbetween.media.TestPictures.jpeg;
import static app.inbetween.media.TestPictures.png;
import static app.inbetween.media.TestPictures.quarters;
import static app.inbetween.media.TestPictures.resource;
import static app.inbetween.media.TestPictures.webpChunk;
import static app.inbetween.media.TestPictures.withChunk;
import static app.inbetween.media.TestPictures.withOrientation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DarkroomTest extends Developing {

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
    void onlyTwoPicturesAreWorkedOnAtOnce() throws Exception {
        Path file = TestPictures.write(files, "picture", png(quarters(64, 64)));
        ExecutorService people = Executors.newFixedThreadPool(6);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch twoInside = new CountDownLatch(2);

        var all = IntStream.range(0, 6)
                .mapToObj(i -> people.submit(() -> darkroom.develop(file, TestPictures.LIMITS, picture -> {
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
}
