package app.inbetween.provider.dashscope;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.provider.Cancellation;
import app.inbetween.provider.CancellationTerms;
import app.inbetween.provider.Checkup;
import app.inbetween.provider.Clearance;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.OtherClips;
import app.inbetween.provider.Profile;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.RateLimit;
import app.inbetween.provider.Reconciliation;
import app.inbetween.provider.RemoteJob;
import app.inbetween.provider.RemoteStatus;
import app.inbetween.provider.Submission;
import app.inbetween.provider.Turn;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoProvider;
import app.inbetween.provider.VideoRequest;
import app.inbetween.provider.catalog.Catalog;
import app.inbetween.provider.catalog.CatalogEntry;
import app.inbetween.provider.catalog.ImageLimits.Picture;
import app.inbetween.provider.wire.Answer;
import app.inbetween.provider.wire.Downloads;
import app.inbetween.provider.wire.ResultHosts;
import app.inbetween.provider.wire.Wire;

/** Alibaba's models, from Alibaba. */
@ApplicationScoped
class DashScopeProvider implements VideoProvider {

    static final String NAME = "dashscope";

    private final DashScopeConfig config;
    private final Catalog catalog;
    private final Downloads downloads;
    private final Profile profile;
    private final DashScopeClient client;
    private final ResultHosts hosts;
    private final DashScopeUploads uploads;
    private final DashScopeHistory history;

    @Inject
    DashScopeProvider(DashScopeConfig config, Wire wire, Catalog catalog, Downloads downloads, OtherClips others,
            Clock clock) {
        this.config = config;
        this.catalog = catalog;
        this.downloads = downloads;
        profile = new Profile(NAME, "Alibaba DashScope", config.pollEvery(), config.maxConcurrent(),
                Optional.of(RateLimit.parse(config.submits().orElse("2/1s"))),
                Optional.of(RateLimit.parse(config.queries().orElse("20/1s"))));
        client = new DashScopeClient(config, wire, clock);
        hosts = new ResultHosts(config.resultHosts(), config.baseUrl());
        uploads = new DashScopeUploads(client, hosts);
        history = new DashScopeHistory(client, others);
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

    /** Asks after a task nobody has made. */
    @Override
    public Checkup checkUp() {
        if (!isConfigured()) {
            return Checkup.trouble(Reason.PROVIDER_AUTH, "There is no key.");
        }
        try {
            Answer answer = client.task(UUID.randomUUID().toString());
            Optional<Failure> refusal = DashScopeErrors.refusal(answer).filter(it -> it.reason() != Reason.INPUT_INVALID);
            return refusal.map(it -> Checkup.trouble(it.reason(), it.detail()))
                    .orElseGet(() -> answer.json().isPresent() ? Checkup.healthy("The key is accepted.")
                            : Checkup.trouble(Reason.PROVIDER_TRANSIENT, answer.words()));
        } catch (ProviderUnavailableException e) {
            return Checkup.trouble(Reason.PROVIDER_TRANSIENT, e.getMessage());
        }
    }

    @Override
    public boolean repeatable() {
        return false;
    }

    @Override
    public Submission submit(VideoRequest request, Clearance clearance) {
        return catalog.entry(request.model()).map(entry -> handOver(request, entry, clearance))
                .orElseGet(() -> Submission.rejected(Reason.INPUT_INVALID,
                        "The models of DashScope no longer include " + request.model()));
    }

    private Submission handOver(VideoRequest request, CatalogEntry entry, Clearance clearance) {
        try {
            List<String> frames = frames(request, entry);
            return client.submit(entry.wireId(request), entry.body(request, frames.get(0), frames.get(1)), stores(), clearance,
                    DashScopeTask::submitted);
        } catch (IOException e) {
            return Submission.rejected(Reason.INPUT_MEDIA_UNREADABLE, e.toString());
        } catch (DashScopeRefusedException e) {
            return new Submission.Rejected(e.failure());
        } catch (ProviderUnavailableException e) {
            // Only what comes before the submission throws it.
            return e.pause().<Submission> map(Submission.Later::new).orElseGet(() -> new Submission.NotSent(e.getMessage()));
        }
    }

    @Override
    public RemoteStatus status(RemoteJob job) {
        return DashScopeTask.status(client.task(job.remoteId()));
    }

    /** Only while it waits; whether it really stopped, its state will tell. */
    @Override
    public Cancellation cancel(RemoteJob job) {
        return client.cancel(job.remoteId()).isSuccess() ? Cancellation.ASKED : Cancellation.REFUSED;
    }

    @Override
    public CancellationTerms cancellationTerms() {
        return CancellationTerms.NOT_POSSIBLE;
    }

    @Override
    public Reconciliation reconcile(VideoRequest request, Turn turn) {
        return catalog.entry(request.model()).map(entry -> history.find(request, entry.wireId(request), turn))
                .orElseGet(() -> new Reconciliation.Unclear("The model is not known any more"));
    }

    @Override
    public void fetch(RemoteJob job, String location, Path to) throws IOException {
        downloads.fetch(location, hosts, to);
    }

    private boolean stores() {
        return config.upload() == DashScopeConfig.Upload.OSS;
    }

    /** As the task finds them: in DashScope's store, or as they are. */
    private List<String> frames(VideoRequest request, CatalogEntry entry) throws IOException {
        List<Picture> pictures = List.of(entry.images().fit(request.firstFrame()), entry.images().fit(request.lastFrame()));
        return stores() ? uploads.store(entry.wireId(request), request.attemptToken(), pictures)
                : pictures.stream().map(DashScopeProvider::dataUri).toList();
    }

    private static String dataUri(Picture picture) {
        return "data:" + picture.type() + ";base64," + Base64.getEncoder().encodeToString(picture.bytes());
    }
}
