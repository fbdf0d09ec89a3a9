package app.inbetween.provider.local;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC2;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.WARP_INVERSE_MAP;
import static org.bytedeco.opencv.global.opencv_imgproc.remap;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_imgproc.warpAffine;

import java.util.List;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_video.DISOpticalFlow;

/** Looks for every cell of one still in the other, starting from where a move of the camera would put it. */
class DenseMatcher {

    private final Grid grid;
    private final Mat from;
    private final Mat to;

    DenseMatcher(Grid grid, Mat from, Mat to) {
        this.grid = grid;
        this.from = from;
        this.to = to;
    }

    /** Two ideas: every cell follows the move alone, and every cell follows optical flow besides. */
    List<Guess> guesses(CameraMove move) {
        try (PointerScope scope = new PointerScope()) {
            Mat aligned = new Mat();
            warpAffine(to, aligned, move.matrix(), from.size(), INTER_LINEAR | WARP_INVERSE_MAP, BORDER_REPLICATE,
                    new Scalar());
            Mat flow = new Mat();
            DISOpticalFlow dis = DISOpticalFlow.create(DISOpticalFlow.PRESET_FAST);
            // A flow vector for each cell: finer ones cost four times as much and gain less than 0.1 dB.
            dis.setFinestScale(2);
            dis.calc(from, aligned, flow);
            Mat before = halved(from);
            Mat after = halved(aligned);
            float[] still = grid.averages(Agreement.between(before, after));
            float[] moved = grid.averages(Agreement.between(before, shifted(after, halved(flow))));
            return weighed(move.resized(1.0 / Grid.STEP), grid.averages(flow), still, moved);
        }
    }

    private Mat halved(Mat padded) {
        Mat halved = new Mat();
        resize(padded, halved, new Size(2 * grid.columns(), 2 * grid.rows()), 0, 0, INTER_AREA);
        return halved;
    }

    /** Fetches every pixel from where the flow, given in pixels of the original, points. */
    private Mat shifted(Mat picture, Mat flow) {
        int columns = picture.cols();
        float[] map = new float[2 * picture.rows() * columns];
        new FloatPointer(flow.data()).get(map);
        float scale = 2f / Grid.STEP;
        for (int i = 0; i < map.length; i += 2) {
            map[i] = map[i] * scale + i / 2 % columns;
            map[i + 1] = map[i + 1] * scale + i / 2 / columns;
        }
        Mat places = new Mat(picture.rows(), columns, CV_32FC2);
        new FloatPointer(places.data()).put(map);
        Mat shifted = new Mat();
        remap(picture, shifted, places, new Mat(), INTER_LINEAR, BORDER_REPLICATE, new Scalar());
        return shifted;
    }

    private List<Guess> weighed(CameraMove move, float[] flow, float[] still, float[] moved) {
        Guess stays = new Guess(new float[grid.cells()], new float[grid.cells()], still);
        Guess goes = new Guess(new float[grid.cells()], new float[grid.cells()], moved);
        for (int row = 0, i = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++, i++) {
                float right = flow[2 * i] / Grid.STEP;
                float down = flow[2 * i + 1] / Grid.STEP;
                place(stays, i, move, column, row, Math.abs(still[i]) + doubt(right, down));
                place(goes, i, move, column + right, row + down, Math.max(0, moved[i]) + 1e-4f);
            }
        }
        return List.of(stays, goes);
    }

    /** A flow must be the better the further it goes; the smallest ones are only precision, and welcome. */
    private float doubt(float right, float down) {
        float cells = (float) Math.sqrt(right * right + down * down);
        float pixels = Grid.STEP * cells;
        return 0.05f * Math.max(-1, Math.min(1, pixels - 1)) + 0.15f * Math.min(1, 20 * cells / grid.columns());
    }

    private void place(Guess guess, int cell, CameraMove move, float column, float row, float agreement) {
        guess.x()[cell] = (float) move.x(column, row);
        guess.y()[cell] = (float) move.y(column, row);
        guess.agreement()[cell] = grid.covers(guess.x()[cell], guess.y()[cell]) ? agreement : 0;
    }
}
