package app.inbetween.media;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;

import com.twelvemonkeys.imageio.color.ColorProfiles;

/** What the colours of a picture mean, where that is not sRGB. */
final class ColourProfile {

    private static final ICC_Profile SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB);

    private final int colours;
    private final ColorConvertOp conversion;

    private ColourProfile(ICC_Profile profile, int colours) {
        this.colours = colours;
        this.conversion = new ColorConvertOp(new ICC_Profile[] { profile, SRGB }, null);
    }

    /**
     * @param icc an ICC profile
     * @param colours how many samples a pixel has, beside alpha
     * @return empty if it is sRGB anyway, or makes no sense: then sRGB is the best guess
     */
    static Optional<ColourProfile> of(byte[] icc, int colours) {
        try {
            ICC_Profile profile = ColorProfiles.createProfile(icc);
            if (profile.getNumComponents() != colours || ColorProfiles.isCS_sRGB(profile)) {
                return Optional.empty();
            }
            ColourProfile usable = new ColourProfile(profile, colours);
            usable.toSrgb(new byte[colours]);
            return Optional.of(usable);
        } catch (RuntimeException e) {
            // The colour library tells bad profiles by several exceptions, some only when it first uses them.
            return Optional.empty();
        }
    }

    /**
     * @param samples without alpha, pixel by pixel
     * @return red, green, blue of every pixel
     */
    byte[] toSrgb(byte[] samples) {
        WritableRaster converted = raster(new byte[samples.length / colours * 3], 3);
        conversion.filter(raster(samples, colours), converted);
        return ((DataBufferByte) converted.getDataBuffer()).getData();
    }

    private static WritableRaster raster(byte[] samples, int perPixel) {
        DataBuffer data = new DataBufferByte(samples, samples.length);
        int pixels = samples.length / perPixel;
        int[] order = perPixel == 1 ? new int[] { 0 } : new int[] { 0, 1, 2 };
        return Raster.createInterleavedRaster(data, pixels, 1, samples.length, perPixel, order, null);
    }
}
