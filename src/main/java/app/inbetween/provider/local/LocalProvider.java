package app.inbetween.provider.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.provider.Billing;
import app.inbetween.provider.Cancellation;
import app.inbetween.provider.CancellationTerms;
import app.inbetween.provider.Clearance;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.Profile;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.Reconciliation;
import app.inbetween.provider.RemoteJob;
import app.inbetween.provider.RemoteStatus;
import app.inbetween.provider.RemoteStatus.Progress;
import app.inbetween.provider.ResultLostException;
import app.inbetween.provider.Submission;
import app.inbetween.provider.Turn;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoProvider;
import app.inbetween.provider.VideoRequest;
import app.inbetween.storage.BlobStore;
import app.inbetween.storage.BlobStore.Blob;

/** The renderer that is built in: draws on this machine's processors, needs no key and bills nobody. */
@ApplicationScoped
class LocalProvider implements VideoProvider {

    static final String NAME = "local";

    private static final Duration PACE = Duration.ofSeconds(1);
    /** How many there may be is up to the nodes: each knows its own room. */
    private static final Profile PROFILE = new Profile(NAME, "Inbetween renderer", PACE, Integer.MAX_VALUE);

    @Inject
    LocalModels models;
    @Inject
    Renders renders;
    @Inject
    RenderPool pool;
    @Inject
    BlobStore blobs;
    @Inject
    LocalConfig config;

    @Override
    public Profile profile() {
        return PROFILE;
    }

    @Override
    public boolean isConfigured() {
        return config.enabled();
    }

    @Override
    public List<VideoModel> models() {
        return config.enabled() ? models.available() : List.of();
    }

    @Override
    public Optional<String> trouble() {
        return config.enabled() ? models.trouble() : Optional.empty();
    }

    @Override
    public int room() {
        return pool.room();
    }

    @Override
    public boolean repeatable() {
        return true;
    }

    @Override
    public Submission submit(VideoRequest request, Clearance clearance) {
        if (pool.room() == 0) {
            return new Submission.Later(PACE);
        }
        UUID id = UUID.randomUUID();
        try {
            RenderPool.Work work = models.work(request);
            clearance.obtain();
            pool.start(id, request.generation(), models.frames(request), work);
            return new Submission.Accepted(id.toString());
        } catch (IOException e) {
            return Submission.rejected(Reason.INPUT_MEDIA_UNREADABLE, e.toString());
        }
    }

    @Override
    public RemoteStatus status(RemoteJob job) {
        return renders.find(id(job), config.silence()).map(row -> status(job, row))
                .orElseGet(() -> new RemoteStatus.Missing("No node knows this render"));
    }

    @Override
    public Cancellation cancel(RemoteJob job) {
        renders.requestCancellation(id(job));
        return Cancellation.STOPPED;
    }

    @Override
    public CancellationTerms cancellationTerms() {
        return CancellationTerms.EVERYTHING;
    }

    /** A render that was lost while it was handed over is simply drawn again. */
    @Override
    public Reconciliation reconcile(VideoRequest request, Turn turn) {
        return new Reconciliation.Absent();
    }

    @Override
    public void fetch(RemoteJob job, String location, Path to) throws IOException {
        Blob blob = blobs.find(location).orElseThrow(() -> new ResultLostException("The drawn film " + location + " is gone"));
        try (InputStream film = blobs.read(blob.key(), 0, blob.size())) {
            Files.copy(film, to);
        }
    }

    @Override
    public void forget(RemoteJob job) {
        try {
            blobs.delete(result(job));
            renders.remove(id(job));
        } catch (IOException e) {
            throw new ProviderUnavailableException("The drawn film of " + job.remoteId() + " cannot be removed", e);
        }
    }

    /** Films that were drawn and never fetched, as when a clip was sent again after its node had fallen silent. */
    @Override
    public void sweep(Instant untouchedSince) throws IOException {
        forgetSilentSince(untouchedSince.minus(config.keep()));
    }

    private void forgetSilentSince(Instant untouchedSince) throws IOException {
        renders.removeSilentSince(untouchedSince);
        try (Stream<Blob> films = blobs.list(RenderPool.RESULTS)) {
            for (Blob film : (Iterable<Blob>) films::iterator) {
                if (film.stored().isBefore(untouchedSince) && !renders.isKnown(idIn(film))) {
                    blobs.delete(film.key());
                }
            }
        }
    }

    private static UUID idIn(Blob film) {
        return UUID.fromString(film.key().substring(RenderPool.RESULTS.length(), film.key().length() - ".mp4".length()));
    }

    private RemoteStatus status(RemoteJob job, Renders.Row row) {
        return switch (row.state()) {
            case "DONE" -> new RemoteStatus.Succeeded(result(job), Optional.empty());
            case "FAILED" -> new RemoteStatus.Failed(new Failure(Reason.PROVIDER_FAILED, Billing.NOT_BILLED, row.failure()));
            case "CANCELLED" -> new RemoteStatus.Missing("It was stopped with its node");
            default -> row.lost() ? new RemoteStatus.Missing("The node that drew it fell silent")
                    : new RemoteStatus.Running(Optional.of(new Progress(row.framesDone(), row.framesTotal())));
        };
    }

    private static String result(RemoteJob job) {
        return RenderPool.RESULTS + job.remoteId() + ".mp4";
    }

    private static UUID id(RemoteJob job) {
        return UUID.fromString(job.remoteId());
    }
}
