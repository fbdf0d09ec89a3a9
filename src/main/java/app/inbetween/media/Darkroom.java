package app.inbetween.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Where pictures are decoded. A picture may take a quarter of a gigabyte while it is worked on, so only two are at a time, in
 * the order they came.
 */
@ApplicationScoped
public class Darkroom {

    private static final int PLACES = 2;

    private final Semaphore places = new Semaphore(PLACES, true);

    /**
     * Waits for a place, decodes the file, and has it worked on there.
     *
     * @throws UnreadablePictureException if it is not a picture we take
     */
    public <T> T develop(Path file, PictureLimits limits, Work<T> work) throws IOException {
        places.acquireUninterruptibly();
        try {
            ImageProbe probe = ImageProbe.of(file, limits);
            return work.on(probe.decode());
        } finally {
            places.release();
        }
    }

    /** What is done to a picture; it must not be kept afterwards. */
    @FunctionalInterface
    public interface Work<T> {

        T on(DecodedPicture picture) throws IOException;
    }
}
