package app.inbetween.media;

import java.awt.image.BufferedImage;

/** The brightness of every pixel, 0 to 255, or a product of two such planes. */
class Luma {

    private static final float[] WINDOW = window(11, 1.5);

    private final int width;
    private final int height;
    private final float[] values;

    private Luma(int width, int height, float[] values) {
        this.width = width;
        this.height = height;
        this.values = values;
    }

    static Luma of(BufferedImage image) {
        int width = image.getWidth();
        int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        float[] values = new float[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            int rgb = pixels[i];
            values[i] = 0.2126f * (rgb >> 16 & 0xff) + 0.7152f * (rgb >> 8 & 0xff) + 0.0722f * (rgb & 0xff);
        }
        return new Luma(width, image.getHeight(), values);
    }

    int size() {
        return values.length;
    }

    float at(int index) {
        return values[index];
    }

    Luma times(Luma other) {
        float[] product = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            product[i] = values[i] * other.values[i];
        }
        return new Luma(width, height, product);
    }

    /** The mean under the window, wherever it fits; a picture smaller than the window keeps that axis as it is. */
    Luma blurred() {
        return alongRows().alongColumns();
    }

    private Luma alongRows() {
        if (width < WINDOW.length) {
            return this;
        }
        int narrower = width - WINDOW.length + 1;
        float[] sums = new float[narrower * height];
        for (int y = 0; y < height; y++) {
            for (int tap = 0; tap < WINDOW.length; tap++) {
                accumulate(sums, y * narrower, y * width + tap, narrower, WINDOW[tap]);
            }
        }
        return new Luma(narrower, height, sums);
    }

    private Luma alongColumns() {
        if (height < WINDOW.length) {
            return this;
        }
        int lower = height - WINDOW.length + 1;
        float[] sums = new float[width * lower];
        for (int y = 0; y < lower; y++) {
            for (int tap = 0; tap < WINDOW.length; tap++) {
                accumulate(sums, y * width, (y + tap) * width, width, WINDOW[tap]);
            }
        }
        return new Luma(width, lower, sums);
    }

    private void accumulate(float[] sums, int to, int from, int count, float weight) {
        for (int i = 0; i < count; i++) {
            sums[to + i] += weight * values[from + i];
        }
    }

    private static float[] window(int taps, double sigma) {
        float[] window = new float[taps];
        double sum = 0;
        for (int i = 0; i < taps; i++) {
            double distance = i - (taps - 1) / 2.0;
            window[i] = (float) Math.exp(-distance * distance / (2 * sigma * sigma));
            sum += window[i];
        }
        for (int i = 0; i < taps; i++) {
            window[i] /= (float) sum;
        }
        return window;
    }
}
