package app.inbetween.generation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;

import app.inbetween.media.FilmWorkshop;
import app.inbetween.media.FirstLook;
import app.inbetween.media.UnplayableVideoException;
import app.inbetween.media.VideoFacts;
import app.inbetween.storage.BlobStore;
import io.smallrye.context.api.ManagedExecutorConfig;

/** Brings a finished film home: fetched, looked at and stored. */
@ApplicationScoped
class Delivery {

    static final String VIDEOS = "videos/";

    @Inject
    BlobStore blobs;
    @Inject
    FilmWorkshop workshop;
    @Inject
    @ManagedExecutorConfig(propagated = {}, cleared = ThreadContext.ALL_REMAINING)
    ManagedExecutor threads;

    /**
     * @param to where the film is left on this machine
     * @throws UnplayableVideoException if what the provider made is no film
     * @throws IOException if it cannot be stored here
     */
    Film deliver(Assignment job, Path to) throws IOException {
        Generation generation = job.generation();
        try (FirstLook look = workshop.expect()) {
            job.provider().fetch(generation.remoteJob(), generation.attempt.resultLocation, to);
            // The epoch is part of the name, so that a node that was replaced never writes over what its successor stored.
            return take(key(generation, Long.toString(job.claim().epoch())), to, look::facts);
        }
    }

    /** For the next one. */
    void getReady() {
        workshop.getReady();
    }

    /**
     * @param film a file on this machine
     * @param mark what tells this one from every other that is stored for the generation
     * @throws UnplayableVideoException if it is no film
     * @throws IOException if it cannot be stored here
     */
    Film take(Generation generation, Path film, String mark) throws IOException {
        return take(key(generation, mark), film, workshop::facts);
    }

    private static String key(Generation generation, String mark) {
        return VIDEOS + generation.id + "-" + mark + ".mp4";
    }

    private Film take(String key, Path film, Function<Path, VideoFacts> look) throws IOException {
        // Looking at it is left to other programs, and storing it to the disk: neither need wait for the other.
        CompletableFuture<VideoFacts> facts = CompletableFuture.supplyAsync(() -> look.apply(film), threads);
        try {
            blobs.put(key, film);
        } catch (IOException | RuntimeException e) {
            facts.exceptionally(useless -> null).join();
            throw e;
        }
        return new Film(key, Files.size(film), looked(facts, key));
    }

    private VideoFacts looked(CompletableFuture<VideoFacts> facts, String key) throws IOException {
        try {
            return facts.join();
        } catch (CompletionException e) {
            blobs.delete(key);
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
