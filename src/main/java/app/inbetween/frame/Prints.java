package app.inbetween.frame;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import app.inbetween.media.DecodedPicture;
import app.inbetween.media.PictureFormat;

/** The two files made of an upload, which are removed in the end. */
record Prints(Path picture, Path thumbnail) implements AutoCloseable {

    private static final float NEARLY_LOSSLESS = 0.95f;
    private static final float FOR_THE_SCREEN = 0.85f;
    private static final int THUMBNAIL_SIDE = 960;

    Content make(DecodedPicture decoded) throws IOException {
        PictureFormat format = decoded.format() == PictureFormat.JPEG ? PictureFormat.JPEG : PictureFormat.PNG;
        if (format == PictureFormat.JPEG) {
            decoded.picture().writeJpeg(picture, NEARLY_LOSSLESS);
        } else {
            decoded.picture().writePng(picture);
        }
        decoded.picture().within(THUMBNAIL_SIDE).writeJpeg(thumbnail, FOR_THE_SCREEN);
        return new Content(sha256(), format, decoded.picture().size(), Files.size(picture), decoded.hadAlpha(),
                decoded.wasTurned());
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(picture);
        Files.deleteIfExists(thumbnail);
    }

    private String sha256() throws IOException {
        try (InputStream in = Files.newInputStream(picture)) {
            DigestInputStream digested = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
            digested.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
