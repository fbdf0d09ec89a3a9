package app.inbetween.generation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.ledger.Correction;
import app.inbetween.ledger.Hold;
import app.inbetween.ledger.Ledger;
import app.inbetween.media.FilmWorkshop;
import app.inbetween.media.UnplayableVideoException;
import app.inbetween.media.VideoFacts;
import app.inbetween.notice.Notices;
import app.inbetween.notice.Tone;
import app.inbetween.storage.BlobStore;
import app.inbetween.storage.Scratch;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/**
 * Gives films that were delivered their poster, preview and likeness. A film that turns out not to play is paid back: it was
 * charged when all that was known of it was that it is a film.
 */
@ApplicationScoped
class Finisher {

    @Inject
    PostProduction postProduction;
    @Inject
    FilmWorkshop workshop;
    @Inject
    BlobStore blobs;
    @Inject
    Scratch scratch;
    @Inject
    Ledger ledger;
    @Inject
    Notices notices;
    @Inject
    Clock clock;

    @Scheduled(every = "{inbetween.generation.finish-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        finishDue();
    }

    /** What a node that stopped has left, and what could not be done before. */
    void finishDue() {
        for (Optional<Video> due = claim(); due.isPresent(); due = claim()) {
            Video video = due.get();
            guarded(video.generation, () -> fetched(video));
        }
    }

    /**
     * Never fails: what cannot be done now is done later.
     *
     * @param film a file on this machine
     */
    void finish(Generation delivered, Path film, VideoFacts facts) {
        guarded(delivered, () -> record(delivered, postProduction.finish(delivered, film, facts)));
    }

    private interface Work {
        void run() throws IOException;
    }

    /** A film that cannot be finished must not keep the others from it, nor undo what its delivery has settled. */
    private void guarded(Generation delivered, Work work) {
        try {
            paidBackUnlessPlayable(delivered, work);
        } catch (IOException | RuntimeException e) {
            Log.warnf(e, "The film of generation %s could not be finished and is tried again later", delivered.id);
        }
    }

    private void paidBackUnlessPlayable(Generation delivered, Work work) throws IOException {
        try {
            work.run();
        } catch (UnplayableVideoException e) {
            Log.errorf(e, "The film of generation %s does not play: its credits are given back", delivered.id);
            QuarkusTransaction.requiringNew().run(() -> payBack(delivered, e.getMessage()));
        }
    }

    private Optional<Video> claim() {
        return QuarkusTransaction.requiringNew().call(() -> Video.claimToFinish(clock.instant()));
    }

    private void fetched(Video video) throws IOException {
        Optional<Path> here = blobs.file(video.fileKey);
        if (here.isPresent()) {
            finish(video, here.get());
            return;
        }
        Path copy = scratch.file("film-", ".mp4");
        try (InputStream stored = blobs.read(video.fileKey, 0, video.bytes)) {
            Files.copy(stored, copy);
            finish(video, copy);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private void finish(Video video, Path film) throws IOException {
        record(video.generation, postProduction.finish(video.generation, film, workshop.facts(film)));
    }

    private void record(Generation delivered, Finish finish) throws IOException {
        boolean first = QuarkusTransaction.requiringNew().call(() -> Video.unfinishedOf(delivered.id).map(video -> {
            video.finished(finish);
            return true;
        }).orElse(false));
        if (!first) {
            postProduction.discard(finish);
        }
    }

    /** The ledger comes first, so that rows are always locked in the same order. */
    private void payBack(Generation delivered, String fault) {
        ledger.holdOf(delivered.id).filter(hold -> hold.refundable().isPositive()).ifPresent(hold -> refund(delivered, hold));
        Video.unfinishedOf(delivered.id).ifPresent(video -> video.foundFaulty(fault));
    }

    private void refund(Generation delivered, Hold hold) {
        UUID id = delivered.id;
        ledger.refund(id, Correction.of(hold.refundable(), "the film does not play", "unplayable:" + id));
        notices.tell(delivered.owner, "unplayable:" + id, Tone.WARN, "“" + delivered.title + "” does not play",
                Amounts.credits(hold.refundable()) + " came back to you.", "/generations/" + id);
    }
}
