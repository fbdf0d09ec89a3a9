package app.inbetween.provider.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.storage.BlobStore;
import app.inbetween.storage.Scratch;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;

/** The threads of this node that draw. */
@ApplicationScoped
class RenderPool {

    static final String RESULTS = "renders/";

    private final ConcurrentMap<UUID, Drawing> drawings = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> new Thread(task, "renderer"));

    @Inject
    Renders renders;
    @Inject
    BlobStore blobs;
    @Inject
    Scratch scratch;
    @Inject
    LocalConfig config;

    /** Something that draws a film to a file and reports to the drawing how far it is. */
    interface Work {
        void draw(Path film, Drawing drawing) throws IOException;
    }

    /** How far one render is, and whether it shall go on. */
    static final class Drawing {
        private volatile int framesDone;
        private volatile boolean stopped;

        void progressed(int done) {
            framesDone = done;
        }

        boolean isStopped() {
            return stopped;
        }
    }

    int size() {
        return config.maxConcurrent().orElse(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    int room() {
        return Math.max(0, size() - drawings.size());
    }

    void start(UUID id, UUID generation, int frames, Work work) {
        renders.begin(id, generation, frames);
        Drawing drawing = new Drawing();
        drawings.put(id, drawing);
        threads.execute(() -> draw(id, drawing, work));
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void beat() {
        drawings.forEach((id, drawing) -> drawing.stopped |= !renders.beat(id, drawing.framesDone));
    }

    @PreDestroy
    void stop() {
        drawings.values().forEach(drawing -> drawing.stopped = true);
        threads.shutdownNow();
    }

    private void draw(UUID id, Drawing drawing, Work work) {
        try {
            drawAndStore(id, drawing, work);
            renders.end(id, "DONE", null);
        } catch (CancellationException e) {
            renders.end(id, "CANCELLED", null);
        } catch (Exception e) {
            Log.errorf(e, "Render %s failed", id);
            renders.end(id, "FAILED", String.valueOf(e.getMessage()));
        } finally {
            drawings.remove(id);
        }
    }

    private void drawAndStore(UUID id, Drawing drawing, Work work) throws IOException {
        Path film = scratch.file("render-", ".mp4");
        try {
            work.draw(film, drawing);
            blobs.put(RESULTS + id + ".mp4", film);
        } finally {
            Files.deleteIfExists(film);
        }
    }
}
