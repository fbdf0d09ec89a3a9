package app.inbetween.provider.fal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;

import app.inbetween.provider.Cancellation;
import app.inbetween.provider.CancellationTerms;
import app.inbetween.provider.Checkup;
import app.inbetween.provider.Clearance;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.Profile;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.Reconciliation;
import app.inbetween.provider.RemoteJob;
import app.inbetween.provider.RemoteStatus;
import app.inbetween.provider.Submission;
import app.inbetween.provider.Turn;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoProvider;
import app.inbetween.provider.VideoRequest;
import app.inbetween.provider.Webhooks;
import app.inbetween.provider.catalog.Catalog;
import app.inbetween.provider.catalog.CatalogEntry;
import app.inbetween.provider.catalog.ImageLimits.Picture;
import app.inbetween.provider.wire.Downloads;
import app.inbetween.provider.wire.Wire;

/** fal: a queue in front of many makers' models. A job's id is the request's id; its address follows from the model. */
@ApplicationScoped
class FalProvider implements VideoProvider {

    static final String NAME = "fal";

    private final FalConfig config;
    private final Catalog catalog;
    private final Downloads downloads;
    private final Profile profile;
    private final FalClient client;
    private final FalQueue queue;
    private final FalStorage storage;
    private final FalWebhooks webhooks;

    @Inject
    FalProvider(FalConfig config, Wire wire, Catalog catalog, Downloads downloads, Clock clock) {
        this.config = config;
        this.catalog = catalog;
        this.downloads = downloads;
        profile = new Profile(NAME, "fal", config.pollEvery(), config.maxConcurrent(), config.submits(), config.queries());
        client = new FalClient(config, wire, clock);
        queue = new FalQueue(client, clock);
        storage = new FalStorage(client, clock);
        webhooks = new FalWebhooks(new FalKeys(client, clock), clock);
    }

    @Override
    public Profile profile() {
        return profile;
    }

    @Override
    public boolean isConfigured() {
        return config.enabled() && config.apiKey().filter(key -> !key.isBlank()).isPresent();
    }

    @Override
    public List<VideoModel> models() {
        return isConfigured() ? catalog.models(NAME) : List.of();
    }

    @Override
    public Optional<Webhooks> webhooks() {
        return isConfigured() ? Optional.of(webhooks) : Optional.empty();
    }

    @Override
    public boolean repeatable() {
        return false;
    }

    @Override
    public Submission submit(VideoRequest request, Clearance clearance) {
        return catalog.entry(request.model()).map(entry -> handOver(request, entry, clearance))
                .orElseGet(() -> Submission.rejected(Reason.INPUT_INVALID,
                        "The models of fal no longer include " + request.model()));
    }

    private Submission handOver(VideoRequest request, CatalogEntry entry, Clearance clearance) {
        try {
            Picture first = entry.images().fit(request.firstFrame());
            Picture last = entry.images().fit(request.lastFrame());
            return send(entry, request, first, last, clearance);
        } catch (IOException e) {
            return Submission.rejected(Reason.INPUT_MEDIA_UNREADABLE, e.toString());
        }
    }

    @Override
    public RemoteStatus status(RemoteJob job) {
        return queue.status(request(job));
    }

    @Override
    public Cancellation cancel(RemoteJob job) {
        return queue.cancel(request(job));
    }

    /** One that waits is dropped, but one that runs is only told, and a film it makes all the same is billed. */
    @Override
    public CancellationTerms cancellationTerms() {
        return CancellationTerms.NOTHING;
    }

    @Override
    public Reconciliation reconcile(VideoRequest request, Turn turn) {
        return new Reconciliation.Unclear("fal lists no requests; only its webhook can tell of this one");
    }

    @Override
    public void fetch(RemoteJob job, String location, Path to) throws IOException {
        downloads.fetch(location, client.films(), to);
    }

    @Override
    public Checkup checkUp() {
        return new FalCheckup(client).ask(isConfigured());
    }

    private Submission send(CatalogEntry entry, VideoRequest request, Picture first, Picture last, Clearance clearance) {
        FalStorage.Outcome start = storage.keep(first, first.named("first-" + request.attemptToken()));
        if (start instanceof FalStorage.Stopped stopped) {
            return stopped.why();
        }
        FalStorage.Outcome end = storage.keep(last, last.named("last-" + request.attemptToken()));
        if (end instanceof FalStorage.Stopped stopped) {
            return stopped.why();
        }
        JsonNode body = entry.body(request, ((FalStorage.Kept) start).address(), ((FalStorage.Kept) end).address());
        return queue.submit(entry.wireId(request), body, request.webhook(), clearance);
    }

    private FalRequest request(RemoteJob job) {
        return FalRequest.of(entry(job.model()).wire(), job.remoteId());
    }

    private CatalogEntry entry(String model) {
        return catalog.entry(model)
                .orElseThrow(() -> new ProviderUnavailableException("The models of fal no longer include " + model));
    }
}
