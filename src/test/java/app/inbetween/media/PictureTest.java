package app.inbetween.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class PictureTest {

    @Test
    void theSameSizeIsTheSamePicture() {
        Picture picture = drawn(new Dimensions(37, 23), (x, y) -> x * 7919 ^ y * 104729);

        Picture resampled = new Resampling(picture, Crop.whole(picture.size())).to(picture.size());

        assertThat(resampled.bytes()).isEqualTo(picture.bytes());
    }

    @Test
    void aCropOfTheSameSizeIsExactlyThosePixels() {
        Picture picture = drawn(new Dimensions(40, 30), (x, y) -> x << 16 | y);

        Picture part = picture.cropped(new Crop(5, 7, 20, 10, picture.size()), new Dimensions(20, 10));

        assertThat(part.colourAt(0, 0)).isEqualTo(5 << 16 | 7);
        assertThat(part.colourAt(19, 9)).isEqualTo(24 << 16 | 16);
    }

    @Test
    void whatLiesOutsideTheCropDoesNotShineIn() {
        Picture picture = drawn(new Dimensions(90, 90), (x, y) -> x < 30 || x >= 60 || y < 30 || y >= 60 ? 0xff0000 : 0x00ff00);
        Crop middle = new Crop(30, 30, 30, 30, picture.size());

        for (Dimensions size : new Dimensions[] { new Dimensions(10, 10), new Dimensions(200, 200), new Dimensions(1, 1) }) {
            Picture part = picture.cropped(middle, size);

            assertThat(part.size()).isEqualTo(size);
            assertThat(IntStream.range(0, size.width() * size.height())
                    .map(i -> part.colourAt(i % size.width(), i / size.width()))).containsOnly(0x00ff00);
        }
    }

    @Test
    void plainColoursStayAsTheyAreAtAnySize() {
        Picture plain = drawn(new Dimensions(101, 67), (x, y) -> 0x7b2d43);

        for (Dimensions size : new Dimensions[] { new Dimensions(33, 21), new Dimensions(640, 480), new Dimensions(100, 3) }) {
            Picture resized = plain.cropped(Crop.whole(plain.size()), size);
            assertThat(resized.colourAt(0, 0)).isEqualTo(0x7b2d43);
            assertThat(resized.colourAt(size.width() - 1, size.height() - 1)).isEqualTo(0x7b2d43);
        }
    }

    @Test
    void fineStripesBecomeAnEvenGrey() {
        Picture stripes = drawn(new Dimensions(1024, 64), (x, y) -> x % 2 == 0 ? 0 : 0xffffff);

        Picture small = stripes.cropped(Crop.whole(stripes.size()), new Dimensions(100, 64));

        for (int x = 3; x < 97; x++) {
            assertThat(small.colourAt(x, 30) & 0xff).isBetween(122, 133);
        }
    }

    @Test
    void aGradientStaysWhereItIs() {
        Picture gradient = drawn(new Dimensions(256, 64), (x, y) -> x * 0x010101);

        Picture half = gradient.cropped(Crop.whole(gradient.size()), new Dimensions(128, 32));
        Picture fourfold = gradient.cropped(Crop.whole(gradient.size()), new Dimensions(1024, 256));

        for (int x = 4; x < 124; x++) {
            assertThat(half.colourAt(x, 16) & 0xff).isBetween(2 * x, 2 * x + 1);
        }
        for (int x = 16; x < 1008; x++) {
            assertThat((fourfold.colourAt(x, 100) & 0xff) - (x - 1.5) / 4).isBetween(-0.51, 0.51);
        }
    }

    @Test
    void aThumbnailKeepsItsRatioAndNeverGrows() {
        assertThat(drawn(new Dimensions(4000, 3000), (x, y) -> 0).within(960).size()).isEqualTo(new Dimensions(960, 720));
        assertThat(drawn(new Dimensions(300, 4000), (x, y) -> 0).within(960).size()).isEqualTo(new Dimensions(72, 960));
        assertThat(drawn(new Dimensions(300, 200), (x, y) -> 0).within(960).size()).isEqualTo(new Dimensions(300, 200));
        assertThat(drawn(new Dimensions(4000, 2), (x, y) -> 0).within(960).size()).isEqualTo(new Dimensions(960, 1));
    }

    @Test
    void aCropOfAnotherPictureIsRefused() {
        Picture picture = drawn(new Dimensions(40, 30), (x, y) -> 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> picture.cropped(Crop.whole(new Dimensions(41, 30)), new Dimensions(10, 10)));
    }

    @Test
    void aTwelveMegapixelPictureBecomesFullHdInNoTime() {
        Picture photo = drawn(new Dimensions(4032, 3024), (x, y) -> x * 31 + y * 17);
        Dimensions fullHd = new Dimensions(1920, 1080);
        Crop crop = Crop.centred(photo.size(), fullHd);
        photo.cropped(crop, fullHd);

        long start = System.nanoTime();
        photo.cropped(crop, fullHd);

        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        System.out.println("12 MP to 1080p: " + taken.toMillis() + " ms");
        assertThat(taken).isLessThan(Duration.ofMillis(1500));
    }

    private static Picture drawn(Dimensions size, IntBinaryOperator colour) {
        Picture picture = new Picture(size);
        byte[] bytes = picture.bytes();
        for (int i = 0; i < size.pixels(); i++) {
            int rgb = colour.applyAsInt(i % size.width(), i / size.width());
            bytes[3 * i] = (byte) rgb;
            bytes[3 * i + 1] = (byte) (rgb >> 8);
            bytes[3 * i + 2] = (byte) (rgb >> 16);
        }
        return picture;
    }
}
