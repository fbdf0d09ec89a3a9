package app.inbetween.generation;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.frame.Stills;
import app.inbetween.media.Dimensions;
import app.inbetween.media.Drawing;
import app.inbetween.media.FilmWorkshop;
import app.inbetween.media.Similarity;
import app.inbetween.media.UnplayableVideoException;
import app.inbetween.media.VideoFacts;
import app.inbetween.media.VideoFrames;
import app.inbetween.storage.BlobStore;
import app.inbetween.storage.Scratch;

/** Draws what the gallery shows of a film, and measures how well it meets its frames; for that, all of it is decoded. */
@ApplicationScoped
class PostProduction {

    static final String POSTERS = "posters/";
    static final String PREVIEWS = "previews/";

    @Inject
    BlobStore blobs;
    @Inject
    FilmWorkshop workshop;
    @Inject
    Stills stills;
    @Inject
    Scratch scratch;

    /**
     * @param film a file on this machine
     * @throws UnplayableVideoException if the film cannot be decoded
     * @throws IOException if poster and preview cannot be stored here
     */
    Finish finish(Generation generation, Path film, VideoFacts facts) throws IOException {
        Path poster = scratch.file("poster-", ".jpg");
        Path preview = scratch.file("preview-", ".mp4");
        try {
            double[] similarity = drawn(generation, film, facts, poster, preview);
            // A name that nobody else uses: two that finish the same film must not write over each other.
            String name = generation.id + "-" + UUID.randomUUID();
            Finish finish = new Finish(POSTERS + name + ".jpg", PREVIEWS + name + ".mp4", similarity[0], similarity[1]);
            blobs.put(finish.posterKey(), poster);
            blobs.put(finish.previewKey(), preview);
            return finish;
        } finally {
            Files.deleteIfExists(poster);
            Files.deleteIfExists(preview);
        }
    }

    /** Removes what nobody refers to. */
    void discard(Finish finish) throws IOException {
        blobs.delete(finish.posterKey());
        blobs.delete(finish.previewKey());
    }

    /** Poster and preview are drawn while the film's ends are measured; returns how alike these are to what was asked for. */
    private double[] drawn(Generation generation, Path film, VideoFacts facts, Path poster, Path preview) throws IOException {
        try (Drawing light = workshop.preview(film, facts, preview); Drawing still = workshop.poster(film, facts, poster)) {
            double[] similarity = similarity(generation, workshop.ends(film, facts));
            still.await();
            light.await();
            return similarity;
        }
    }

    private double[] similarity(Generation generation, VideoFrames.Ends ends) throws IOException {
        Dimensions size = generation.settings.size();
        return new double[] { between(stills.draw(generation.firstFrame, size), ends.first()),
                between(stills.draw(generation.lastFrame, size), ends.last()) };
    }

    /** A provider may make a film of another size than it was asked for. */
    private static double between(BufferedImage asked, BufferedImage got) {
        return Similarity.scaled(asked, got).ssim();
    }
}
