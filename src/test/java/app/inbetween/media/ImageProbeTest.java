package app.inbetween.media;

import static app.inbetween.media.TestPictures.join;
import static app.inbetween.media.TestPictures.jpeg;
import static app.inbetween.media.TestPictures.png;
import static app.inbetween.media.TestPictures.pngHeader;
import static app.inbetween.media.TestPictures.quarters;
import static app.inbetween.media.TestPictures.resource;
import static app.inbetween.media.TestPictures.withOrientation;
import static app.inbetween.media.TestPictures.withSegment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageProbeTest extends Probing {

    @Test
    void formatsAreKnownByTheirContentAndSizesWithoutDecoding() throws IOException {
        assertThat(probe(jpeg(quarters(300, 200))).format()).isEqualTo(PictureFormat.JPEG);
        assertThat(probe(jpeg(quarters(300, 200))).size()).isEqualTo(new Dimensions(300, 200));
        assertThat(probe(png(quarters(301, 201))).format()).isEqualTo(PictureFormat.PNG);
        assertThat(probe(png(quarters(301, 201))).size()).isEqualTo(new Dimensions(301, 201));
        assertThat(probe(resource("lossy.webp")).format()).isEqualTo(PictureFormat.WEBP);
        assertThat(probe(resource("lossy.webp")).size()).isEqualTo(new Dimensions(96, 64));
        assertThat(probe(resource("lossless.webp")).size()).isEqualTo(new Dimensions(96, 64));
    }

    @Test
    void aSizeIsThatOfTheUprightPicture() throws IOException {
        assertThat(probe(withOrientation(jpeg(quarters(300, 200)), 6)).size()).isEqualTo(new Dimensions(200, 300));
        assertThat(probe(withOrientation(jpeg(quarters(300, 200)), 3)).size()).isEqualTo(new Dimensions(300, 200));
    }

    @Test
    void whatFollowsTheEndOfAPictureIsLeftAlone() throws IOException {
        byte[] motionPhoto = join(jpeg(quarters(300, 200)),
                "\0\0\0\u0018ftypmp42 and a film".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(probe(motionPhoto).size()).isEqualTo(new Dimensions(300, 200));
        assertThat(probe(join(png(quarters(300, 200)), new byte[100])).size()).isEqualTo(new Dimensions(300, 200));
        assertThat(probe(join(resource("lossy.webp"), new byte[100])).size()).isEqualTo(new Dimensions(96, 64));
    }

    @ParameterizedTest
    @ValueSource(strings = { "MM\0*\0\0\0\b\377\377", "II*\0\377\377\377\377", "XX", "", "MM\0*\177\377\377\377" })
    void damagedMetadataIsNoReasonToRefuse(String exif) throws IOException {
        byte[] jpeg = withSegment(jpeg(quarters(300, 200)), 0xe1,
                join("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), exif.getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(probe(jpeg).size()).isEqualTo(new Dimensions(300, 200));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 9, 65535 })
    void anOrientationThatDoesNotExistIsUpright(int orientation) throws IOException {
        assertThat(probe(withOrientation(jpeg(quarters(300, 200)), orientation)).size()).isEqualTo(new Dimensions(300, 200));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "60000 | 60000 | This picture is 60000 × 60000 pixels. A frame may be up to 8192 pixels wide and high: make it smaller and choose it again.",
            "4294967295 | 1 | This picture is 4294967295 × 1 pixels. A frame may be up to 8192 pixels wide and high: make it smaller and choose it again.",
            "8192 | 8192 | This picture is 8192 × 8192 pixels, that is 67.2 megapixels. A frame may have up to 40 megapixels: make it smaller and choose it again.",
            "0 | 0 | This picture is 0 × 0 pixels: there is nothing in it. Choose another one.",
            "100 | 0 | This picture is 100 × 0 pixels: there is nothing in it. Choose another one.",
            "63 | 1000 | This picture is 63 × 1000 pixels. A frame must be at least 64 pixels wide and high: choose a larger one." })
    void aSizeOutsideTheLimitsIsRefusedBeforeDecoding(long width, long height, String sentence) {
        refused(pngHeader(width, height), sentence);
    }

    @Test
    void sizesAtTheLimitsAreTaken() throws IOException {
        assertThat(probe(pngHeader(8192, 4882)).size()).isEqualTo(new Dimensions(8192, 4882));
        assertThat(probe(pngHeader(64, 64)).size()).isEqualTo(new Dimensions(64, 64));
    }

    @Test
    void aFileThatIsTooLargeIsRefusedByItsSize() throws IOException {
        Path file = TestPictures.write(files, "large.jpg", jpeg(quarters(100, 100)));
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(100 << 20);
        }
        assertThatExceptionOfType(UnreadablePictureException.class).isThrownBy(() -> ImageProbe.of(file, TestPictures.LIMITS))
                .withMessage("This file is 100 MB. A frame may be up to 20 MB.");

        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength((20 << 20) + 1);
        }
        assertThatExceptionOfType(UnreadablePictureException.class).isThrownBy(() -> ImageProbe.of(file, TestPictures.LIMITS))
                .withMessage("This file is 20.1 MB. A frame may be up to 20 MB.");
    }

    @Test
    void aLargeFileOfNothingIsRefusedByItsSize() throws IOException {
        Path file = files.resolve("zeros.png");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(100 << 20);
        }

        assertThatExceptionOfType(UnreadablePictureException.class).isThrownBy(() -> ImageProbe.of(file, TestPictures.LIMITS))
                .withMessage("This file is 100 MB. A frame may be up to 20 MB.");
    }
}
