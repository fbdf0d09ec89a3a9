package app.inbetween.generation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.media.FilmWorkshop;
import app.inbetween.media.UnplayableVideoException;
import app.inbetween.media.VideoFacts;
import app.inbetween.storage.BlobStore;

/** Brings a finished film home: fetched, looked at and stored. */
@ApplicationScoped
class Delivery {

    static final String VIDEOS = "videos/";

    @Inject
    BlobStore blobs;
    @Inject
    FilmWorkshop workshop;

    /**
     * @param to where the film is left on this machine
     * @throws UnplayableVideoException if what the provider made is no film
     * @throws IOException if it cannot be stored here
     */
    Film deliver(Assignment job, Path to) throws IOException {
        Generation generation = job.generation();
        job.provider().fetch(generation.remoteJob(), generation.attempt.resultLocation, to);
        // The epoch is part of the name, so that a node that was replaced never writes over what its successor stored.
        return take(generation, to, Long.toString(job.claim().epoch()));
    }

    /**
     * @param film a file on this machine
     * @param mark what tells this one from every other that is stored for the generation
     * @throws UnplayableVideoException if it is no film
     * @throws IOException if it cannot be stored here
     */
    Film take(Generation generation, Path film, String mark) throws IOException {
        VideoFacts facts = workshop.facts(film);
        Film delivered = new Film(VIDEOS + generation.id + "-" + mark + ".mp4", Files.size(film), facts);
        blobs.put(delivered.fileKey(), film);
        return delivered;
    }
}
