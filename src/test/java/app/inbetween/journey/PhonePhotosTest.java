package app.inbetween.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import com.microsoft.playwright.options.FilePayload;

import app.inbetween.media.Crop;
import app.inbetween.media.Darkroom;
import app.inbetween.media.Dimensions;
import app.inbetween.media.Ffmpeg;
import app.inbetween.media.PictureLimits;
import app.inbetween.media.Similarity;
import app.inbetween.media.VideoFrames;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(OpenStudio.class)
class PhonePhotosTest {

    private static final Dimensions PORTRAIT = new Dimensions(480, 854);
    private static final double ALIKE = 0.97;

    @RegisterExtension
    final Visits visits = new Visits();
    @Inject
    Darkroom darkroom;
    @TempDir
    Path files;

    @Test
    void twoPhonePhotosBecomeAnUprightPortraitClipThatStartsAndEndsOnThem() throws IOException {
        FilePayload far = Photos.phone("IMG_0001.jpg", 1);
        FilePayload near = Photos.phone("IMG_0002.jpg", 1.12);
        Visitor dora = visits.newcomer();

        dora.answered(() -> dora.well("First frame").setInputFiles(far));
        dora.answered(() -> dora.well("Last frame").setInputFiles(near));
        assertThat(dora.saidAt("Last frame")).containsText("3024 × 4032");
        dora.chooses("Resolution", "480p");
        dora.chooses("Duration", "1 s");
        dora.generateButton().click();
        dora.reachesTheClip();
        Path film = Files.write(files.resolve("film.mp4"), dora.downloads(dora.film()));

        VideoFrames frames = new VideoFrames(new Ffmpeg());
        BufferedImage first = frames.first(film);
        assertThat(new Dimensions(first.getWidth(), first.getHeight())).isEqualTo(PORTRAIT);
        assertThat(isRed(first, 0.27, 0.2)).as("the sun is at the top left").isTrue();
        assertThat(Similarity.between(first, cropped(far)).ssim()).as("first frame").isGreaterThanOrEqualTo(ALIKE);
        assertThat(Similarity.between(frames.last(film), cropped(near)).ssim()).as("last frame").isGreaterThanOrEqualTo(ALIKE);
    }

    private static boolean isRed(BufferedImage picture, double x, double y) {
        Color colour = new Color(picture.getRGB((int) (x * picture.getWidth()), (int) (y * picture.getHeight())));
        return colour.getRed() > 150 && colour.getGreen() < 100 && colour.getBlue() < 100;
    }

    private BufferedImage cropped(FilePayload photo) throws IOException {
        Path file = Files.write(files.resolve(photo.name), photo.buffer);
        Path still = files.resolve(photo.name + ".png");
        darkroom.develop(file, PictureLimits.NONE, decoded -> {
            decoded.picture().cropped(Crop.centred(decoded.picture().size(), PORTRAIT), PORTRAIT).writePng(still);
            return still;
        });
        return ImageIO.read(still.toFile());
    }
}
