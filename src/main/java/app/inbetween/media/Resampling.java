package app.inbetween.media;

import java.util.Arrays;

/**
 * Draws a part of a picture at another size: a cubic (Catmull-Rom) filter, as wide as the reduction asks for, so that every
 * pixel counts when a picture is made smaller, and edges stay sharp when it is made larger.
 */
final class Resampling {

    private static final int CHANNELS = 3;

    private final byte[] source;
    private final int sourceWidth;
    private final Crop crop;

    Resampling(Picture source, Crop crop) {
        this.source = source.bytes();
        this.sourceWidth = source.size().width();
        this.crop = crop;
    }

    Picture to(Dimensions size) {
        Taps[] columns = Taps.all(crop.width(), size.width());
        Taps[] rows = Taps.all(crop.height(), size.height());
        // Rows are narrowed once, in order, and only as many are kept as one row of the result is made of.
        float[][] narrowed = new float[Taps.most(rows)][size.width() * CHANNELS];
        int next = 0;
        Picture result = new Picture(size);
        float[] sum = new float[size.width() * CHANNELS];
        for (int y = 0; y < size.height(); y++) {
            for (; next < rows[y].end(); next++) {
                narrow(next, columns, narrowed[next % narrowed.length]);
            }
            add(rows[y], narrowed, sum);
            round(sum, result.bytes(), y * sum.length);
        }
        return result;
    }

    private void narrow(int row, Taps[] columns, float[] narrowed) {
        int start = ((crop.y() + row) * sourceWidth + crop.x()) * CHANNELS;
        for (int x = 0; x < columns.length; x++) {
            float[] weights = columns[x].weights();
            float blue = 0;
            float green = 0;
            float red = 0;
            int at = start + columns[x].first() * CHANNELS;
            for (float weight : weights) {
                blue += weight * (source[at] & 0xff);
                green += weight * (source[at + 1] & 0xff);
                red += weight * (source[at + 2] & 0xff);
                at += CHANNELS;
            }
            narrowed[x * CHANNELS] = blue;
            narrowed[x * CHANNELS + 1] = green;
            narrowed[x * CHANNELS + 2] = red;
        }
    }

    private static void add(Taps taps, float[][] rows, float[] sum) {
        Arrays.fill(sum, 0);
        for (int i = 0; i < taps.weights().length; i++) {
            float weight = taps.weights()[i];
            float[] row = rows[(taps.first() + i) % rows.length];
            for (int x = 0; x < sum.length; x++) {
                sum[x] += weight * row[x];
            }
        }
    }

    private static void round(float[] values, byte[] bytes, int at) {
        for (int i = 0; i < values.length; i++) {
            bytes[at + i] = (byte) Math.max(0, Math.min(255, (int) (values[i] + 0.5f)));
        }
    }

    /**
     * What one pixel of a result is made of, along one side.
     *
     * @param first the first source pixel
     * @param weights of that and the following ones; their sum is 1
     */
    private record Taps(int first, float[] weights) {

        static Taps[] all(int from, int to) {
            double ratio = (double) from / to;
            Taps[] all = new Taps[to];
            for (int i = 0; i < to; i++) {
                all[i] = around((i + 0.5) * ratio, Math.max(1, ratio), from);
            }
            return all;
        }

        static int most(Taps[] all) {
            int most = 0;
            for (Taps taps : all) {
                most = Math.max(most, taps.weights.length);
            }
            return most;
        }

        /** @param centre in source pixels, whose own centres lie at halves */
        private static Taps around(double centre, double stretch, int limit) {
            int first = (int) Math.max(0, Math.round(centre - 2 * stretch));
            int end = (int) Math.min(limit, Math.round(centre + 2 * stretch));
            double[] weights = new double[end - first];
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                weights[i] = catmullRom((first + i + 0.5 - centre) / stretch);
                sum += weights[i];
            }
            float[] normal = new float[weights.length];
            for (int i = 0; i < weights.length; i++) {
                normal[i] = (float) (weights[i] / sum);
            }
            return new Taps(first, normal);
        }

        private static double catmullRom(double distance) {
            double x = Math.abs(distance);
            if (x >= 2) {
                return 0;
            }
            return x < 1 ? (1.5 * x - 2.5) * x * x + 1 : ((-0.5 * x + 2.5) * x - 4) * x + 2;
        }

        int end() {
            return first + weights.length;
        }
    }
}
