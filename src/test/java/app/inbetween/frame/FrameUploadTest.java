package app.inbetween.frame;

import static app.inbetween.media.TestPictures.jpeg;
import static app.inbetween.media.TestPictures.plain;
import static app.inbetween.media.TestPictures.png;
import static app.inbetween.media.TestPictures.quarters;
import static app.inbetween.media.TestPictures.resource;
import static app.inbetween.media.TestPictures.withOrientation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.inbetween.SettableClock;
import app.inbetween.account.People;
import app.inbetween.media.Crop;
import app.inbetween.media.Dimensions;
import app.inbetween.media.PictureFormat;
import app.inbetween.media.TestPictures;
import app.inbetween.media.UnreadablePictureException;
import app.inbetween.storage.BlobStore;
import app.inbetween.storage.BlobStore.Blob;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class FrameUploadTest {

    @Inject
    FrameUpload upload;
    @Inject
    SamplePairs samples;
    @Inject
    Stills stills;
    @Inject
    BlobStore blobs;
    @Inject
    People people;
    @Inject
    SettableClock clock;
    @TempDir
    Path files;

    private UUID ben;

    @BeforeEach
    void register() {
        ben = people.register("ben").id;
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void aJpegIsKeptAsJpegWithAThumbnailUnderItsOwnHash() throws Exception {
        Frame frame = store(jpeg(quarters(1600, 1200)), "bud.jpg");

        assertThat(frame.name).isEqualTo("bud.jpg");
        assertThat(frame.format).isEqualTo(PictureFormat.JPEG);
        assertThat(frame.size()).isEqualTo(new Dimensions(1600, 1200));
        assertThat(frame.hadAlpha).isFalse();
        assertThat(frame.wasTurned).isFalse();
        byte[] stored = bytes(frame.key());
        assertThat(frame.key()).isEqualTo("frames/" + frame.sha256 + ".jpg");
        assertThat(frame.bytes).isEqualTo(stored.length);
        assertThat(frame.sha256).isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(stored)));
        BufferedImage thumbnail = ImageIO.read(blobs.file(frame.thumbnailKey()).orElseThrow().toFile());
        assertThat(thumbnail.getWidth()).isEqualTo(960);
        assertThat(thumbnail.getHeight()).isEqualTo(720);
        assertThat(inDatabase(frame.id).name).isEqualTo("bud.jpg");
    }

    @Test
    void aTransparentPngAndAWebpAreKeptAsPng() throws IOException {
        Frame png = store(png(plain(80, 80, 0x80ff0000)), "red.png");
        Frame webp = store(resource("lossless.webp"), "quarters.webp");

        assertThat(png.format).isEqualTo(PictureFormat.PNG);
        assertThat(png.hadAlpha).isTrue();
        assertThat(webp.format).isEqualTo(PictureFormat.PNG);
        assertThat(webp.key()).endsWith(".png");
        assertThat(bytes(webp.key())).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void aPhonePortraitIsKeptUpright() {
        Frame frame = store(withOrientation(jpeg(quarters(400, 300)), 6), "phone.jpg");

        assertThat(frame.size()).isEqualTo(new Dimensions(300, 400));
        assertThat(frame.wasTurned).isTrue();
    }

    @Test
    void theSamePictureAgainIsTheSameFrameUnderItsNewName() {
        clock.set(Instant.parse("2026-03-01T12:00:00Z"));
        Frame before = store(png(quarters(90, 80)), "before.png");
        clock.advance(Duration.ofHours(1));

        Frame after = store(png(quarters(90, 80)), "after.png");

        assertThat(after.id).isEqualTo(before.id);
        assertThat(after.createdAt).isEqualTo(before.createdAt);
        assertThat(inDatabase(before.id).name).isEqualTo("after.png");
        assertThat(inDatabase(before.id).uploadedAt).isEqualTo("2026-03-01T13:00:00Z");
    }

    @Test
    void theSamePictureOfTwoPeopleIsTwoFramesAndOneBlob() {
        Frame bens = store(png(quarters(91, 80)), "ben.png");
        Frame cleos = upload.store(people.register("cleo").id, file(png(quarters(91, 80))), "cleo.png");

        assertThat(cleos.id).isNotEqualTo(bens.id);
        assertThat(cleos.key()).isEqualTo(bens.key());
    }

    @Test
    void theSamePictureManyTimesAtOnceIsOneFrame() throws Exception {
        Path file = file(png(quarters(92, 80)));
        ExecutorService people = Executors.newFixedThreadPool(8);

        var uploads = people.invokeAll(IntStream.range(0, 16)
                .mapToObj(i -> (Callable<UUID>) () -> upload.store(ben, file, i + ".png").id).toList());

        UUID first = uploads.get(0).get();
        for (var each : uploads) {
            assertThat(each.get()).isEqualTo(first);
        }
        people.shutdown();
    }

    @Test
    void aRefusedPictureLeavesNothing() throws IOException {
        List<String> before = keys();

        assertThatExceptionOfType(UnreadablePictureException.class)
                .isThrownBy(() -> store("I am text".getBytes(), "picture.png"))
                .withMessage("This is a text, whatever its name says. Choose a JPEG, PNG or WebP picture.");

        assertThat(keys()).isEqualTo(before);
        assertThat(recent()).isEmpty();
    }

    @Test
    void framesOfAPersonComeLastUploadedFirstAndAreNobodyElses() {
        clock.set(Instant.parse("2026-03-01T12:00:00Z"));
        Frame one = store(png(quarters(100, 80)), "one.png");
        clock.advance(Duration.ofSeconds(1));
        Frame two = store(png(quarters(101, 80)), "two.png");
        clock.advance(Duration.ofSeconds(1));
        store(png(quarters(100, 80)), "one again.png");
        UUID cleo = people.register("cleo").id;

        assertThat(recent()).extracting(frame -> frame.id).containsExactly(one.id, two.id);
        assertThat(QuarkusTransaction.requiringNew().call(() -> Frame.recentOf(ben, 1))).hasSize(1);
        assertThat(QuarkusTransaction.requiringNew().call(() -> Frame.ofOwner(ben, one.id))).isPresent();
        assertThat(QuarkusTransaction.requiringNew().call(() -> Frame.ofOwner(cleo, one.id))).isEmpty();
        assertThat(QuarkusTransaction.requiringNew().call(() -> Frame.recentOf(cleo, 9))).isEmpty();
    }

    @Test
    void everySampleBecomesAPairOfThePersonsFrames() {
        assertThat(samples.all()).hasSize(3).allSatisfy(sample -> {
            FramePair pair = samples.named(sample.name(), ben).orElseThrow();

            assertThat(pair.first().owner).isEqualTo(ben);
            assertThat(pair.first().name).isEqualTo(sample.name() + "-first.png");
            assertThat(pair.last().size()).isEqualTo(new Dimensions(1280, 720));
            assertThat(pair.first().id).isNotEqualTo(pair.last().id);
            assertThat(getClass().getResource("/META-INF/resources" + sample.firstUrl())).isNotNull();
            assertThat(getClass().getResource("/META-INF/resources" + sample.lastUrl())).isNotNull();
        });
        assertThat(samples.named("../secret", ben)).isEmpty();
    }

    @Test
    void framesOfDifferentShapesEachGiveTheirMiddle() {
        FramePair pair = new FramePair(store(png(quarters(400, 300)), "4:3"), store(png(quarters(300, 300)), "1:1"));
        Dimensions clip = new Dimensions(1280, 720);

        assertThat(pair.cropOfFirst(clip)).isEqualTo(new Crop(0, 37, 400, 225, new Dimensions(400, 300)));
        assertThat(pair.cropOfLast(clip)).isEqualTo(new Crop(0, 65, 300, 169, new Dimensions(300, 300)));
    }

    @Test
    void aStillIsAPngOfExactlyTheClipsSize() throws IOException {
        Path still = files.resolve("still.png");

        for (byte[] picture : new byte[][] { jpeg(quarters(500, 300)), png(quarters(300, 500)) }) {
            stills.write(store(picture, "any").id, new Dimensions(256, 144), still);

            BufferedImage written = ImageIO.read(still.toFile());
            assertThat(written.getWidth()).isEqualTo(256);
            assertThat(written.getHeight()).isEqualTo(144);
            assertThat(written.getType()).isEqualTo(BufferedImage.TYPE_3BYTE_BGR);
            assertThat(written.getRGB(250, 140) & 0xff).isGreaterThan(240);
            assertThat(written.getRGB(5, 5) >> 16 & 0xff).isBetween(0xb8, 0xd8);
        }
    }

    private Frame store(byte[] content, String name) {
        return upload.store(ben, file(content), name);
    }

    private Path file(byte[] content) {
        return TestPictures.write(files, "upload", content);
    }

    private byte[] bytes(String key) throws IOException {
        return Files.readAllBytes(blobs.file(key).orElseThrow());
    }

    private List<Frame> recent() {
        return QuarkusTransaction.requiringNew().call(() -> Frame.recentOf(ben, 100));
    }

    private List<String> keys() throws IOException {
        try (Stream<Blob> all = blobs.list("")) {
            return all.map(Blob::key).sorted().toList();
        }
    }

    private static Frame inDatabase(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> Frame.findById(id));
    }
}
