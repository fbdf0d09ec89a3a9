package app.inbetween.media;

import static app.inbetween.media.TestPictures.extendedWebp;
import static app.inbetween.media.TestPictures.join;
import static app.inbetween.media.TestPictures.jpeg;
import static app.inbetween.media.TestPictures.png;
import static app.inbetween.media.TestPictures.quarters;
import static app.inbetween.media.TestPictures.resource;
import static app.inbetween.media.TestPictures.riff;
import static app.inbetween.media.TestPictures.slice;
import static app.inbetween.media.TestPictures.webpChunk;
import static app.inbetween.media.TestPictures.withChunk;
import static app.inbetween.media.TestPictures.withOrientation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is foreign, damaged or a trap is refused, in words that say what to do. */
class RefusedFilesTest extends Probing {

    static Stream<Arguments> foreignFiles() {
        return Stream.of(
                file("<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                        "This is an SVG drawing. Export it as PNG and choose that."),
                file("GIF89a\1\0\1\0", "This is a GIF. Save the moment you want as JPEG or PNG and choose that."),
                file("\0\0\0\u0018ftypheic\0\0\0\0mif1heic",
                        "This is a HEIC picture, as iPhones take them. Save it as JPEG or PNG and choose it again."),
                file("\0\0\0\u0018ftypmif1\0\0\0\0mif1heic",
                        "This is a HEIC picture, as iPhones take them. Save it as JPEG or PNG and choose it again."),
                file("\0\0\0\u001cftypmif1\0\0\0\0mif1avifmiaf",
                        "This is an AVIF picture. Save it as JPEG or PNG and choose it again."),
                file("\0\0\0\fJXL \r\n\207\n", "This is a JPEG XL picture. Save it as JPEG or PNG and choose it again."),
                file("\0\0\0\fjP  \r\n\207\n", "This is a JPEG 2000 picture. Save it as JPEG or PNG and choose it again."),
                file("BM\66\0\0\0\0\0\0\0\66\0\0\0", "This is a BMP picture. Save it as PNG and choose it again."),
                file("II*\0\b\0\0\0",
                        "This is a TIFF picture or a camera's raw photo. Save it as JPEG or PNG and choose it again."),
                file("MM\0*\0\0\0\b",
                        "This is a TIFF picture or a camera's raw photo. Save it as JPEG or PNG and choose it again."),
                file("8BPS\0\1", "This is a Photoshop document. Export it as PNG and choose that."),
                file("%PDF-1.7\n", "This is a PDF document. Export the page as PNG and choose that."),
                file("\0\0\0\u0018ftypisom\0\0\2\0isommp41",
                        "This is a video. Save the moment you want as JPEG or PNG and choose that."),
                file("\0\0\0\u0014ftypqt  \0\0\0\0qt  ",
                        "This is a video. Save the moment you want as JPEG or PNG and choose that."),
                file("\u001aE\337\243\1\0", "This is a video. Save the moment you want as JPEG or PNG and choose that."),
                file("RIFF\0\0\0\0AVI LIST", "This is a video. Save the moment you want as JPEG or PNG and choose that."),
                file("PK\3\4\24\0", "This is an archive. Unpack it and choose a picture in it."),
                file("<!DOCTYPE html>\n<html><img src=a.png></html>",
                        "This is a web page, not a picture. Open it, save the picture itself and choose that."),
                file("I am no picture,\r\nwhatever my name says.\n",
                        "This is a text, whatever its name says. Choose a JPEG, PNG or WebP picture."),
                file("RIFF\0\0\0\0WAVEfmt \1\2",
                        "This is not a picture that Inbetween reads. Choose a JPEG, PNG or WebP picture."),
                file("\1\2\3\4", "This is not a picture that Inbetween reads. Choose a JPEG, PNG or WebP picture."),
                file("", "This file is empty. Choose another picture."));
    }

    @ParameterizedTest
    @MethodSource("foreignFiles")
    void everyOtherKindOfFileIsToldApart(byte[] content, String sentence) {
        refused(content, sentence);
    }

    @Test
    void anAnimationIsRefused() {
        refused(withChunk(png(quarters(100, 100)), "acTL", new byte[8]),
                "This PNG is animated, and a frame is a still. Save the moment you want as JPEG or PNG and choose that.");
        byte[] frame = webpChunk("ANMF", new byte[16]);
        byte[] lossy = resource("lossy.webp");
        String sentence = "This WebP is animated, and a frame is a still. Save the moment you want as JPEG or PNG and choose that.";
        refused(extendedWebp(lossy, 2, 96, 64, webpChunk("ANIM", new byte[6]), frame), sentence);
        refused(extendedWebp(lossy, 0, 96, 64, new byte[0], frame), sentence);
    }

    @ParameterizedTest
    @ValueSource(doubles = { 0.05, 0.3, 0.5, 0.9, 0.99 })
    void aTruncatedFileIsRefused(double part) {
        for (byte[] whole : new byte[][] { jpeg(quarters(300, 200)), png(quarters(300, 200)), resource("lossy.webp"),
                resource("lossless.webp") }) {
            byte[] truncated = slice(whole, 0, Math.max(16, (int) (whole.length * part)));

            assertThatExceptionOfType(UnreadablePictureException.class).isThrownBy(() -> probe(truncated))
                    .withMessageMatching("This (JPEG|PNG|WebP) ends too early: part of the picture is missing. "
                            + "Copy or download it once more and choose it again.");
        }
    }

    @Test
    void aPictureWithoutItsLastBytesIsRefused() {
        byte[] jpeg = jpeg(quarters(300, 200));
        byte[] png = png(quarters(300, 200));

        refused(slice(jpeg, 0, jpeg.length - 2), "This JPEG ends too early: part of the picture is missing. "
                + "Copy or download it once more and choose it again.");
        refused(slice(png, 0, png.length - 1), "This PNG ends too early: part of the picture is missing. "
                + "Copy or download it once more and choose it again.");
    }

    @Test
    void aJpegAndAWebpBombAreRefusedBeforeDecoding() {
        byte[] jpeg = jpeg(quarters(100, 100));
        int frame = indexOf(jpeg, (byte) 0xc0);
        Arrays.fill(jpeg, frame + 5, frame + 9, (byte) 0xff);
        refused(jpeg, "This picture is 65535 × 65535 pixels. A frame may be up to 8192 pixels wide and high: "
                + "make it smaller and choose it again.");

        byte[] webp = riff(webpChunk("VP8L", new byte[] { 0x2f, -1, -1, -1, 0x0f, 0 }));
        refused(webp, "This picture is 16384 × 16384 pixels. A frame may be up to 8192 pixels wide and high: "
                + "make it smaller and choose it again.");
    }

    @Test
    void aWebpWhoseCanvasIsNotItsPictureIsRefused() {
        refused(extendedWebp(resource("lossy.webp"), 0, 200, 64, new byte[0], new byte[0]),
                "This WebP is damaged and cannot be read. Open it in a picture program, save it anew and choose it again.");
    }

    @Test
    void aJpegOfEndlessScansIsRefused() {
        byte[] jpeg = jpeg(quarters(100, 100));
        byte[] scan = { (byte) 0xff, (byte) 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0 };
        byte[] scans = join(Collections.nCopies(200, scan).toArray(byte[][]::new));

        refused(join(slice(jpeg, 0, jpeg.length - 2), scans, new byte[] { (byte) 0xff, (byte) 0xd9 }),
                "This JPEG is of a rare kind that Inbetween does not read. Save it anew as JPEG or PNG and choose that.");
    }

    @Test
    void nothingButARefusalComesOfAnyDamage() {
        PictureLimits small = new PictureLimits(1 << 20, 500, 100_000, 1);
        Random random = new Random(11);
        byte[] exif = withOrientation(jpeg(quarters(100, 100)), 6);
        byte[][] originals = { exif, withChunk(png(quarters(100, 100)), "eXIf", TestPictures.exif(6)), resource("lossy.webp"),
                resource("lossless.webp") };
        for (int i = 0; i < 2000; i++) {
            byte[] damaged = originals[i % originals.length].clone();
            for (int j = 0; j <= i % 5; j++) {
                damaged[random.nextInt(Math.min(damaged.length, 300))] = (byte) random.nextInt();
            }
            try {
                ImageProbe.of(TestPictures.write(files, "damaged", damaged), small).decode();
            } catch (UnreadablePictureException e) {
                assertThat(e.getMessage()).startsWith("This ").endsWith(".");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Arguments file(String content, String sentence) {
        return Arguments.of(content.getBytes(StandardCharsets.ISO_8859_1), sentence);
    }

    private static int indexOf(byte[] jpeg, byte marker) {
        for (int i = 0;; i++) {
            if (jpeg[i] == (byte) 0xff && jpeg[i + 1] == marker) {
                return i;
            }
        }
    }
}
