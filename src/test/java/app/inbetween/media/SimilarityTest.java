package app.inbetween.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.Random;

import org.junit.jupiter.api.Test;

class SimilarityTest {

    @Test
    void equalPicturesAreAlikeInEveryRespect() {
        Similarity similarity = Similarity.between(noise(1), noise(1));

        assertThat(similarity.ssim()).isCloseTo(1, within(1e-9));
        assertThat(similarity.psnr()).isInfinite();
    }

    @Test
    void unrelatedPicturesAreNotAlike() {
        assertThat(Similarity.between(noise(1), noise(2)).ssim()).isCloseTo(0, within(0.05));
    }

    @Test
    void aNegativeIsTheContrary() {
        BufferedImage picture = noise(1);
        BufferedImage negative = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64 * 48; i++) {
            negative.setRGB(i % 64, i / 64, ~picture.getRGB(i % 64, i / 64) & 0xffffff);
        }

        assertThat(Similarity.between(picture, negative).ssim()).isLessThan(-0.9);
    }

    @Test
    void oneLevelEverywhereIs48Decibels() {
        Similarity similarity = Similarity.between(grey(100), grey(101));

        assertThat(similarity.psnr()).isCloseTo(48.13, within(0.01));
        assertThat(similarity.ssim()).isBetween(0.999, 1.0);
    }

    @Test
    void picturesSmallerThanTheWindowCanBeCompared() {
        assertThat(Similarity.between(grey(3, 9), grey(3, 9)).ssim()).isCloseTo(1, within(1e-9));
    }

    @Test
    void picturesOfDifferentSizesCannotBeCompared() {
        assertThatIllegalArgumentException().isThrownBy(() -> Similarity.between(grey(10, 10), grey(10, 11)));
    }

    private static BufferedImage noise(long seed) {
        Random random = new Random(seed);
        BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64 * 48; i++) {
            int level = random.nextInt(256);
            image.setRGB(i % 64, i / 64, level << 16 | level << 8 | level);
        }
        return image;
    }

    private static BufferedImage grey(int level) {
        BufferedImage image = grey(64, 48);
        for (int i = 0; i < 64 * 48; i++) {
            image.setRGB(i % 64, i / 64, level << 16 | level << 8 | level);
        }
        return image;
    }

    private static BufferedImage grey(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }
}
