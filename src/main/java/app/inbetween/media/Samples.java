package app.inbetween.media;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/** The pixels of a decoded picture, whatever their depth and layout, as 8-bit samples: grey or red, green, blue, then alpha. */
final class Samples {

    private final Raster raster;
    private final int[] palette;
    private final int colours;
    private final boolean hasAlpha;

    Samples(BufferedImage image) {
        ColorModel model = image.getColorModel();
        this.raster = image.getRaster();
        this.palette = palette(model);
        this.colours = palette.length > 0 ? 3 : model.getNumColorComponents();
        this.hasAlpha = model.hasAlpha();
    }

    /** How many samples a pixel has beside alpha. */
    int colours() {
        return colours;
    }

    boolean hasAlpha() {
        return hasAlpha;
    }

    /** How many samples a pixel has. */
    int perPixel() {
        return hasAlpha ? colours + 1 : colours;
    }

    /** All samples of some rows, pixel by pixel. */
    int[] rows(int top, int count) {
        int[] samples = raster.getPixels(0, top, raster.getWidth(), count, (int[]) null);
        return palette.length > 0 ? lookedUp(samples) : scaled(samples);
    }

    private int[] lookedUp(int[] indexes) {
        int[] samples = new int[indexes.length * perPixel()];
        int at = 0;
        for (int index : indexes) {
            // Damaged files point beyond the palette.
            int colour = palette[Math.min(index, palette.length - 1)];
            samples[at++] = colour >> 16 & 0xff;
            samples[at++] = colour >> 8 & 0xff;
            samples[at++] = colour & 0xff;
            if (hasAlpha) {
                samples[at++] = colour >>> 24;
            }
        }
        return samples;
    }

    /** Not by the colour model's own conversion, which takes grey for linear light. */
    private int[] scaled(int[] samples) {
        int largest = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
        if (largest != 255) {
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (samples[i] * 255 + largest / 2) / largest;
            }
        }
        return samples;
    }

    private static int[] palette(ColorModel model) {
        if (!(model instanceof IndexColorModel indexed)) {
            return new int[0];
        }
        int[] palette = new int[indexed.getMapSize()];
        indexed.getRGBs(palette);
        return palette;
    }
}
