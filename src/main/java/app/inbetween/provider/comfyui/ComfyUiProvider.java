package app.inbetween.provider.comfyui;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.provider.Billing;
import app.inbetween.provider.Cancellation;
import app.inbetween.provider.CancellationTerms;
import app.inbetween.provider.Checkup;
import app.inbetween.provider.Clearance;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.Profile;
import app.inbetween.provider.Reconciliation;
import app.inbetween.provider.RemoteJob;
import app.inbetween.provider.RemoteStatus;
import app.inbetween.provider.Submission;
import app.inbetween.provider.Turn;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoProvider;
import app.inbetween.provider.VideoRequest;
import app.inbetween.provider.catalog.Catalog;
import app.inbetween.provider.wire.Downloads;
import app.inbetween.provider.wire.Wire;

/**
 * Draws on a graphics card of the operator's own. Bills nobody, and yet sends nothing twice: a clip keeps the card for minutes.
 */
@ApplicationScoped
class ComfyUiProvider implements VideoProvider {

    static final String NAME = "comfyui";

    private final ComfyUiConfig config;
    private final Catalog catalog;
    private final Downloads downloads;
    private final Profile profile;
    private final ComfyUiClient client;
    private final Prompts prompts;

    @Inject
    ComfyUiProvider(ComfyUiConfig config, Wire wire, Catalog catalog, Downloads downloads, Clock clock) {
        this.config = config;
        this.catalog = catalog;
        this.downloads = downloads;
        profile = new Profile(NAME, "ComfyUI", config.pollEvery(), config.maxConcurrent());
        client = new ComfyUiClient(config, wire, clock);
        prompts = new Prompts(client);
    }

    @Override
    public Profile profile() {
        return profile;
    }

    @Override
    public boolean isConfigured() {
        return config.enabled() && config.baseUrl().isPresent();
    }

    @Override
    public List<VideoModel> models() {
        return isConfigured() ? catalog.models(NAME) : List.of();
    }

    @Override
    public boolean repeatable() {
        return false;
    }

    @Override
    public Checkup checkUp() {
        return isConfigured() ? new Installation(client).check(catalog.of(NAME))
                : Checkup.trouble(Reason.PROVIDER_AUTH, "ComfyUI has no base-url.");
    }

    @Override
    public Submission submit(VideoRequest request, Clearance clearance) {
        return catalog.entry(request.model()).map(entry -> new Sending(client, entry, request).send(clearance))
                .orElseGet(() -> Submission.rejected(Reason.INPUT_INVALID,
                        "The models of ComfyUI no longer include " + request.model()));
    }

    @Override
    public RemoteStatus status(RemoteJob job) {
        Prompts.Place place = prompts.find(job.remoteId());
        if (place instanceof Prompts.Finished finished) {
            return Outcome.of(finished.entry());
        }
        if (place instanceof Prompts.Nowhere) {
            // The server remembers in memory only, and makes nothing of what it has forgotten: there is nothing to wait for.
            return new RemoteStatus.Failed(new Failure(Reason.LOST, Billing.NOT_BILLED,
                    "ComfyUI has the prompt neither in its queue nor in its history; was it started anew?"));
        }
        return place instanceof Prompts.Pending ? new RemoteStatus.Waiting() : new RemoteStatus.Running(Optional.empty());
    }

    @Override
    public Cancellation cancel(RemoteJob job) {
        String id = job.remoteId();
        Prompts.Place place = prompts.find(id);
        if (place instanceof Prompts.Pending) {
            if (!client.cancelJob(id)) {
                client.deleteFromQueue(id);
            }
            // It may have begun just now.
            place = prompts.find(id);
        }
        if (place instanceof Prompts.Running) {
            if (!client.cancelJob(id)) {
                client.interrupt(id);
            }
            return Cancellation.ASKED;
        }
        return place instanceof Prompts.Nowhere ? Cancellation.STOPPED : Cancellation.REFUSED;
    }

    @Override
    public CancellationTerms cancellationTerms() {
        return CancellationTerms.EVERYTHING;
    }

    @Override
    public Reconciliation reconcile(VideoRequest request, Turn turn) {
        String id = Sending.promptId(request.attemptToken());
        return prompts.find(id) instanceof Prompts.Nowhere ? prompts.findByToken(request.attemptToken())
                : new Reconciliation.Found(id);
    }

    @Override
    public void fetch(RemoteJob job, String location, Path to) throws IOException {
        downloads.fetchOwn(client.film(location), to);
    }
}
