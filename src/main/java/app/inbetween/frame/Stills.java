package app.inbetween.frame;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.media.Crop;
import app.inbetween.media.Darkroom;
import app.inbetween.media.Dimensions;
import app.inbetween.media.Picture;
import app.inbetween.media.PictureLimits;
import app.inbetween.storage.BlobStore;
import app.inbetween.storage.Scratch;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Makes of frames the exact stills that a clip begins and ends on. */
@ApplicationScoped
public class Stills {

    @Inject
    BlobStore blobs;
    @Inject
    Darkroom darkroom;
    @Inject
    Scratch scratch;

    /**
     * Writes the largest centred part of the frame that has the clip's shape, at exactly the clip's size: an 8-bit sRGB PNG
     * without alpha.
     *
     * @param png is replaced if it exists
     * @throws IOException if the frame's bytes cannot be read, or the still not written
     */
    public void write(UUID frame, Dimensions size, Path png) throws IOException {
        make(frame, size, still -> {
            still.writePng(png);
            return png;
        });
    }

    /**
     * What {@link #write} writes, pixel for pixel.
     *
     * @throws IOException if the frame's bytes cannot be read
     */
    public BufferedImage draw(UUID frame, Dimensions size) throws IOException {
        return make(frame, size, Picture::image);
    }

    @FunctionalInterface
    private interface Use<T> {
        T of(Picture still) throws IOException;
    }

    private <T> T make(UUID frame, Dimensions size, Use<T> use) throws IOException {
        String key = QuarkusTransaction.joiningExisting().call(() -> Frame.<Frame> findByIdOptional(frame)).map(Frame::key)
                .orElseThrow(() -> new IllegalStateException("There is no frame " + frame));
        Optional<Path> file = blobs.file(key);
        return file.isPresent() ? make(file.get(), size, use) : fetchAndMake(key, size, use);
    }

    private <T> T fetchAndMake(String key, Dimensions size, Use<T> use) throws IOException {
        Path copy = scratch.file("frame-", ".copy");
        long length = blobs.find(key).orElseThrow(() -> new IOException("The bytes of " + key + " are gone")).size();
        try (InputStream in = blobs.read(key, 0, length)) {
            Files.copy(in, copy);
            return make(copy, size, use);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private <T> T make(Path stored, Dimensions size, Use<T> use) throws IOException {
        return darkroom.develop(stored, PictureLimits.NONE, decoded -> {
            Picture picture = decoded.picture();
            return use.of(picture.cropped(Crop.centred(picture.size(), size), size));
        });
    }
}
