package app.inbetween.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The kinds of still picture that are read; the first two are also written. */
public enum PictureFormat {
    JPEG("JPEG", "image/jpeg", "jpg", "\\xff\\xd8\\xff", JpegHeader::read),
    PNG("PNG", "image/png", "png", "\\x89PNG\\r\\n\\x1a\\n", PngHeader::read),
    WEBP("WebP", "image/webp", "webp", "RIFF....WEBP", WebpHeader::read);

    private final String label;
    private final String mediaType;
    private final String extension;
    private final Pattern beginning;
    private final Function<ByteBuffer, ImageHeader> header;

    PictureFormat(String label, String mediaType, String extension, String beginning,
            Function<ByteBuffer, ImageHeader> header) {
        this.label = label;
        this.mediaType = mediaType;
        this.extension = extension;
        this.beginning = Pattern.compile(beginning, Pattern.DOTALL);
        this.header = header;
    }

    /** @param head the beginning of a file, at least 12 bytes if it has as many */
    static Optional<PictureFormat> of(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return Stream.of(values()).filter(format -> format.beginning.matcher(text).lookingAt()).findFirst();
    }

    public String label() {
        return label;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Without the dot. */
    public String extension() {
        return extension;
    }

    /** @throws UnreadablePictureException if the file is not whole, or not of a kind that is read */
    ImageHeader header(ByteBuffer file) {
        try {
            return header.apply(file);
        } catch (IndexOutOfBoundsException e) {
            throw UnreadablePictureException.truncated(this);
        }
    }

    @Override
    public String toString() {
        return label;
    }
}
