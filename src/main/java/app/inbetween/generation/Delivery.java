package app.inbetween.generation;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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

/** Brings a finished film home: fetched, proven to play, measured against its frames, and stored with poster and preview. */
@ApplicationScoped
class Delivery {

    static final String VIDEOS = "videos/";
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
     * @throws UnplayableVideoException if what the provider made does not play
     * @throws IOException if it cannot be stored here
     */
    Film deliver(Assignment job) throws IOException {
        Generation generation = job.generation();
        Path film = scratch.file("film-", ".mp4");
        try {
            job.provider().fetch(generation.remoteJob(), generation.attempt.resultLocation, film);
            // The epoch is part of the name, so that a node that was replaced never writes over what its successor stored.
            return take(generation, film, Long.toString(job.claim().epoch()));
        } finally {
            Files.deleteIfExists(film);
        }
    }

    /**
     * @param film a file on this machine
     * @param mark what tells this one from every other that is stored for the generation
     * @throws UnplayableVideoException if it does not play
     * @throws IOException if it cannot be stored here
     */
    Film take(Generation generation, Path film, String mark) throws IOException {
        Path poster = scratch.file("poster-", ".jpg");
        Path preview = scratch.file("preview-", ".mp4");
        try {
            VideoFacts facts = workshop.facts(film);
            return store(generation, mark, facts, drawn(generation, film, facts, poster, preview), film, poster, preview);
        } finally {
            Files.deleteIfExists(poster);
            Files.deleteIfExists(preview);
        }
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

    private Film store(Generation generation, String mark, VideoFacts facts, double[] similarity, Path film, Path poster,
            Path preview) throws IOException {
        String name = generation.id + "-" + mark;
        Film delivered = new Film(VIDEOS + name + ".mp4", POSTERS + name + ".jpg", PREVIEWS + name + ".mp4", Files.size(film),
                facts, similarity[0], similarity[1]);
        blobs.put(delivered.fileKey(), film);
        blobs.put(delivered.posterKey(), poster);
        blobs.put(delivered.previewKey(), preview);
        return delivered;
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
