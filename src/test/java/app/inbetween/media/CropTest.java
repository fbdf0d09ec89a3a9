package app.inbetween.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CropTest {

    @Test
    void theLargestPartOfTheSameRatioIsInTheMiddle() {
        assertThat(Crop.centred(new Dimensions(1200, 900), new Dimensions(1280, 720)))
                .isEqualTo(new Crop(0, 112, 1200, 675, new Dimensions(1200, 900)));
        assertThat(Crop.centred(new Dimensions(1920, 1080), new Dimensions(720, 720)))
                .isEqualTo(new Crop(420, 0, 1080, 1080, new Dimensions(1920, 1080)));
    }

    @Test
    void equalRatiosCutNothing() {
        assertThat(Crop.centred(new Dimensions(4032, 3024), new Dimensions(1440, 1080)).isWhole()).isTrue();
        assertThat(Crop.centred(new Dimensions(854, 480), new Dimensions(854, 480)).isWhole()).isTrue();
    }

    @Test
    void aCropOutsideThePictureCannotBe() {
        Dimensions source = new Dimensions(100, 100);

        assertThatIllegalArgumentException().isThrownBy(() -> new Crop(-1, 0, 10, 10, source));
        assertThatIllegalArgumentException().isThrownBy(() -> new Crop(0, 0, 10, 0, source));
        assertThatIllegalArgumentException().isThrownBy(() -> new Crop(91, 0, 10, 10, source));
        assertThatIllegalArgumentException().isThrownBy(() -> new Crop(2, 0, Integer.MAX_VALUE, 10, source));
    }

    @Property
    void aCentredCropIsInsideInTheMiddleOfTheRightRatioAndAsLargeAsCanBe(@ForAll @IntRange(min = 1, max = 8192) int width,
            @ForAll @IntRange(min = 1, max = 8192) int height, @ForAll @IntRange(min = 1, max = 4096) int targetWidth,
            @ForAll @IntRange(min = 1, max = 4096) int targetHeight) {
        Dimensions source = new Dimensions(width, height);
        Dimensions target = new Dimensions(targetWidth, targetHeight);

        // Being inside is checked by every crop.
        Crop crop = Crop.centred(source, target);

        assertThat(crop.width() == width || crop.height() == height).isTrue();
        assertThat(width - crop.width() - 2 * crop.x()).isBetween(0, 1);
        assertThat(height - crop.height() - 2 * crop.y()).isBetween(0, 1);
        if (crop.width() < width) {
            assertThat((double) crop.width()).isCloseTo(Math.max(0.5, height * target.aspectRatio()), within(0.5 + 1e-9));
        }
        if (crop.height() < height) {
            assertThat((double) crop.height()).isCloseTo(Math.max(0.5, width / target.aspectRatio()), within(0.5 + 1e-9));
        }
    }
}
