package app.inbetween.media;

/**
 * A picture, and what it was before.
 *
 * @param format of the file
 * @param hadAlpha whether it was transparent somewhere, which is white now
 * @param wasTurned whether it was stored turned or mirrored
 */
public record DecodedPicture(Picture picture, PictureFormat format, boolean hadAlpha, boolean wasTurned) {
}
