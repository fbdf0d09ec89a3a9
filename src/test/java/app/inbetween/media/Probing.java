package app.inbetween.media;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.io.TempDir;

/** Files are probed from bytes, under a name that promises nothing. */
class Probing {

    @TempDir
    Path files;

    ImageProbe probe(byte[] content) throws IOException {
        return ImageProbe.of(TestPictures.write(files, "picture.png", content), TestPictures.LIMITS);
    }

    void refused(byte[] content, String sentence) {
        assertThatExceptionOfType(UnreadablePictureException.class).isThrownBy(() -> probe(content)).withMessage(sentence);
    }
}
