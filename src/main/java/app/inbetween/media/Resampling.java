package app.inbetween.media;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Resizes an RGB picture: area average where it shrinks, bicubic where it grows, each axis on its own. */
class Resampling {

    private final int[] source;
    private final int sourceWidth;
    private final Dimensions target;
    private final Taps across;
    private final Taps down;
    private final float[][] rows;

    Resampling(BufferedImage image, Dimensions target) {
        this.source = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        this.sourceWidth = image.getWidth();
        this.target = target;
        this.across = Taps.between(image.getWidth(), target.width());
        this.down = Taps.between(image.getHeight(), target.height());
        this.rows = new float[image.getHeight()][];
    }

    BufferedImage image() {
        BufferedImage image = new BufferedImage(target.width(), target.height(), BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int y = 0; y < target.height(); y++) {
            pack(sum(y), pixels, y * target.width());
        }
        return image;
    }

    private float[] sum(int y) {
        float[] sum = new float[target.width() * 3];
        int first = down.first(y);
        for (int tap = 0; tap < down.count(y); tap++) {
            float weight = down.weight(y, tap);
            float[] row = row(first + tap);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += weight * row[i];
            }
        }
        if (first > 0) {
            rows[first - 1] = null;
        }
        return sum;
    }

    private float[] row(int y) {
        if (rows[y] == null) {
            rows[y] = resampled(y);
        }
        return rows[y];
    }

    private float[] resampled(int y) {
        float[] row = new float[target.width() * 3];
        for (int x = 0; x < target.width(); x++) {
            int from = y * sourceWidth + across.first(x);
            for (int tap = 0; tap < across.count(x); tap++) {
                float weight = across.weight(x, tap);
                int rgb = source[from + tap];
                row[3 * x] += weight * (rgb >> 16 & 0xff);
                row[3 * x + 1] += weight * (rgb >> 8 & 0xff);
                row[3 * x + 2] += weight * (rgb & 0xff);
            }
        }
        return row;
    }

    private static void pack(float[] row, int[] pixels, int offset) {
        for (int x = 0; x < row.length / 3; x++) {
            pixels[offset + x] = level(row[3 * x]) << 16 | level(row[3 * x + 1]) << 8 | level(row[3 * x + 2]);
        }
    }

    private static int level(float value) {
        return Math.max(0, Math.min(255, Math.round(value)));
    }
}
