package app.inbetween.provider.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;

class CameraMoveTest {

    private static final List<CameraMove> MOVES = List.of(CameraMove.NONE, new CameraMove(1, 0, 30, -12),
            new CameraMove(1.3, 0, -50, 8), turned(1, 0.4, 10, 10), turned(0.6, -1.1, 120, -40), turned(1.0000001, 1e-9, 3, 3));

    @Test
    void partsOfAMoveAddUp() {
        MOVES.forEach(move -> assertSame(move.at(0.7).after(move.at(0.3)), move));
    }

    @Test
    void nothingIsDoneAtTheBeginningAndAllAtTheEnd() {
        MOVES.forEach(move -> {
            assertSame(move.at(0), CameraMove.NONE);
            assertSame(move.at(1), move);
        });
    }

    @Test
    void theInverseLeadsBack() {
        MOVES.forEach(move -> assertSame(move.inverse().after(move), CameraMove.NONE));
    }

    @Test
    void aZoomGoesOnAtConstantRate() {
        assertThat(new CameraMove(1.44, 0, 0, 0).at(0.5).scale()).isCloseTo(1.2, within(1e-9));
    }

    @Test
    void aPanGoesStraight() {
        CameraMove half = new CameraMove(1, 0, 30, -12).at(0.5);

        assertThat(half.x(5, 5)).isCloseTo(20, within(1e-9));
        assertThat(half.y(5, 5)).isCloseTo(-1, within(1e-9));
    }

    @Test
    void aPictureOfHalfTheSizeMovesTheSameWay() {
        CameraMove move = turned(1.2, 0.3, 40, -20);
        CameraMove small = move.resized(0.5);

        // Pixel 10 of the small picture is made of the pixels 20 and 21 of the large one.
        assertThat(small.x(10, 6)).isCloseTo((move.x(20.5, 12.5) - 0.5) / 2, within(1e-9));
        assertThat(small.y(10, 6)).isCloseTo((move.y(20.5, 12.5) - 0.5) / 2, within(1e-9));
    }

    private static CameraMove turned(double scale, double angle, double right, double down) {
        return new CameraMove(scale * Math.cos(angle), scale * Math.sin(angle), right, down);
    }

    private static void assertSame(CameraMove actual, CameraMove expected) {
        for (double[] point : new double[][] { { 0, 0 }, { 1280, 0 }, { 0, 720 } }) {
            assertThat(actual.x(point[0], point[1])).isCloseTo(expected.x(point[0], point[1]), within(1e-3));
            assertThat(actual.y(point[0], point[1])).isCloseTo(expected.y(point[0], point[1]), within(1e-3));
        }
    }
}
