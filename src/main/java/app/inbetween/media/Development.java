package app.inbetween.media;

import java.awt.image.BufferedImage;
import java.util.Optional;

/** Turns whatever a decoder delivers into a picture, some rows at a time, so that no third copy of it is ever in memory. */
final class Development {

    private static final int ROWS_AT_ONCE = 64;
    private static final int OPAQUE = 255;

    private final BufferedImage decoded;
    private final Orientation orientation;
    private final Samples samples;
    private final Optional<ColourProfile> profile;
    private final Picture picture;
    private boolean transparent;

    /** @param profile what the colours mean; empty if they are sRGB */
    Development(BufferedImage decoded, Orientation orientation, Optional<byte[]> profile) {
        this.decoded = decoded;
        this.orientation = orientation;
        this.samples = new Samples(decoded);
        this.profile = profile.flatMap(it -> ColourProfile.of(it, samples.colours()));
        this.picture = new Picture(orientation.upright(new Dimensions(decoded.getWidth(), decoded.getHeight())));
    }

    Picture picture() {
        for (int top = 0; top < decoded.getHeight(); top += ROWS_AT_ONCE) {
            int rows = Math.min(ROWS_AT_ONCE, decoded.getHeight() - top);
            int[] values = samples.rows(top, rows);
            flatten(values);
            place(colours(values), top, rows);
        }
        return picture;
    }

    /** Whether anything of it was not opaque. */
    boolean wasTransparent() {
        return transparent;
    }

    private void flatten(int[] values) {
        if (!samples.hasAlpha()) {
            return;
        }
        int perPixel = samples.perPixel();
        for (int pixel = 0; pixel < values.length; pixel += perPixel) {
            int alpha = values[pixel + perPixel - 1];
            if (alpha != OPAQUE) {
                transparent = true;
                for (int i = pixel; i < pixel + perPixel - 1; i++) {
                    values[i] = onWhite(values[i], alpha);
                }
            }
        }
    }

    private byte[] colours(int[] values) {
        int perPixel = samples.perPixel();
        byte[] colours = new byte[values.length / perPixel * samples.colours()];
        int at = 0;
        for (int pixel = 0; pixel < values.length; pixel += perPixel) {
            for (int i = 0; i < samples.colours(); i++) {
                colours[at++] = (byte) values[pixel + i];
            }
        }
        return profile.map(it -> it.toSrgb(colours)).orElse(colours);
    }

    private void place(byte[] colours, int top, int rows) {
        Dimensions upright = picture.size();
        // Grey has one sample for all three colours.
        int step = colours.length / (rows * decoded.getWidth());
        int green = step / 2;
        int blue = step - 1;
        int alongRow = orientation.alongRow(upright);
        byte[] bytes = picture.bytes();
        int at = 0;
        for (int y = top; y < top + rows; y++) {
            int pixel = orientation.first(upright) + y * orientation.alongColumn(upright);
            for (int x = 0; x < decoded.getWidth(); x++, at += step, pixel += alongRow) {
                bytes[pixel * 3] = colours[at + blue];
                bytes[pixel * 3 + 1] = colours[at + green];
                bytes[pixel * 3 + 2] = colours[at];
            }
        }
    }

    private static int onWhite(int colour, int alpha) {
        return (colour * alpha + OPAQUE * (OPAQUE - alpha) + OPAQUE / 2) / OPAQUE;
    }
}
