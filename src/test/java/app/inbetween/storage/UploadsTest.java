package app.inbetween.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class UploadsTest {

    @Inject
    Scratch scratch;
    @ConfigProperty(name = "quarkus.http.body.uploads-directory")
    Path uploads;

    @Test
    void uploadsArriveWhereFilesAreWorkedOn() throws IOException {
        assertThat(uploads.toAbsolutePath()).isEqualTo(scratch.file("upload", ".png").getParent());
    }
}
