package app.inbetween.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A picture file that has been looked at, and found fit to be decoded: known by its content, whole, and within limits. */
public final class ImageProbe {

    private final PictureFormat format;
    private final Dimensions size;
    private final ImageHeader header;

    private ImageProbe(PictureFormat format, Dimensions size, ImageHeader header) {
        this.format = format;
        this.size = size;
        this.header = header;
    }

    /** @throws UnreadablePictureException if it is anything else than a still JPEG, PNG or WebP within the limits */
    public static ImageProbe of(Path file, PictureLimits limits) throws IOException {
        PictureFormat format = known(file, limits);
        ImageHeader header = format.header(ByteBuffer.wrap(Files.readAllBytes(file)));
        Dimensions stored = limits.checked(header.width(), header.height());
        return new ImageProbe(format, header.orientation().upright(stored), header);
    }

    private static PictureFormat known(Path file, PictureLimits limits) throws IOException {
        byte[] head = head(file);
        Optional<PictureFormat> format = PictureFormat.of(head);
        // What it is comes before how large it is: a film does not become a frame by being shorter.
        if (format.isEmpty() && head.length > 0) {
            ForeignFile.of(head).ifPresent(foreign -> {
                throw foreign.refusal();
            });
        }
        limits.checkBytes(Files.size(file));
        return format.orElseThrow(UnreadablePictureException::unknown);
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(ForeignFile.HEAD);
        }
    }

    public PictureFormat format() {
        return format;
    }

    /** When upright. */
    public Dimensions size() {
        return size;
    }

    /** @throws UnreadablePictureException if it turns out to be damaged */
    DecodedPicture decode() {
        BufferedImage decoded = PictureReader.read(format, header.pixels());
        Orientation orientation = header.orientation();
        Development development = new Development(decoded, orientation, header.profile());
        Picture picture = development.picture();
        return new DecodedPicture(picture, format, development.wasTransparent(), orientation != Orientation.UPRIGHT);
    }
}
