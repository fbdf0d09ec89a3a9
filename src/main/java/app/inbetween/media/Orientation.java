package app.inbetween.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a picture must be turned to be upright: the values 1 to 8 of the EXIF tag of that name, in their order. */
enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(false, true, false),
    UPSIDE_DOWN(false, true, true),
    UPSIDE_DOWN_MIRRORED(false, false, true),
    TRANSPOSED(true, false, false),
    TURN_RIGHT(true, true, false),
    TRANSVERSED(true, true, true),
    TURN_LEFT(true, false, true);

    private static final int TAG = 0x0112;
    private static final int SHORT = 3;

    private final boolean swapsSides;
    private final boolean fromTheRight;
    private final boolean fromTheBottom;

    Orientation(boolean swapsSides, boolean fromTheRight, boolean fromTheBottom) {
        this.swapsSides = swapsSides;
        this.fromTheRight = fromTheRight;
        this.fromTheBottom = fromTheBottom;
    }

    /** @param exif an EXIF block, which begins with its byte order; whatever cannot be read there is upright */
    static Orientation of(ByteBuffer exif) {
        try {
            ByteBuffer tiff = exif.slice();
            tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            for (int i = 0; i < (tiff.getShort(directory) & 0xffff); i++) {
                int entry = directory + 2 + 12 * i;
                if (tiff.getShort(entry) == TAG && tiff.getShort(entry + 2) == SHORT) {
                    return values()[tiff.getShort(entry + 8) - 1];
                }
            }
        } catch (IndexOutOfBoundsException e) {
            // Metadata is often damaged in files that show well everywhere.
        }
        return UPRIGHT;
    }

    Dimensions upright(Dimensions stored) {
        return swapsSides ? new Dimensions(stored.height(), stored.width()) : stored;
    }

    /** Where the first stored pixel goes, as an index into the rows of the upright picture. */
    int first(Dimensions upright) {
        return (fromTheRight ? upright.width() - 1 : 0) + (fromTheBottom ? (upright.height() - 1) * upright.width() : 0);
    }

    /** How far the next pixel of a stored row is away there. */
    int alongRow(Dimensions upright) {
        return swapsSides ? down(upright) : right();
    }

    /** How far the next pixel of a stored column is away there. */
    int alongColumn(Dimensions upright) {
        return swapsSides ? right() : down(upright);
    }

    private int right() {
        return fromTheRight ? -1 : 1;
    }

    private int down(Dimensions upright) {
        return fromTheBottom ? -upright.width() : upright.width();
    }
}
