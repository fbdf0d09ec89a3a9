package app.inbetween.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.inbetween.media.Dimensions;

class VideoModelTest {

    private final VideoModel model = new VideoModel("test/model", "Model", "", List.of(Duration.ofSeconds(5)), List.of(24),
            List.of(format(854, 480), format(480, 854), format(480, 480)), List.of(), Set.of(), Duration.ofSeconds(10));

    @ParameterizedTest
    @CsvSource({ "1920,1080, 854,480", "4032,3024, 854,480", "3024,4032, 480,854", "2000,3000, 480,854", "1000,1000, 480,480",
            "1010,1000, 480,480", "1080,1350, 480,480", "3000,1000, 854,480" })
    void aPhotoKeepsLyingOrStanding(int width, int height, int filmWidth, int filmHeight) {
        assertThat(model.nearest("480p", (double) width / height)).contains(new Dimensions(filmWidth, filmHeight));
    }

    private static VideoModel.Format format(int width, int height) {
        return new VideoModel.Format("480p", new Dimensions(width, height));
    }
}
