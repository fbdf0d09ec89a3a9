package app.inbetween.provider.wavespeed;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.provider.Cancellation;
import app.inbetween.provider.CancellationTerms;
import app.inbetween.provider.Checkup;
import app.inbetween.provider.Clearance;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.Profile;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.RateLimit;
import app.inbetween.provider.Reconciliation;
import app.inbetween.provider.RemoteJob;
import app.inbetween.provider.RemoteStatus;
import app.inbetween.provider.ResultLostException;
import app.inbetween.provider.Submission;
import app.inbetween.provider.Turn;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoProvider;
import app.inbetween.provider.VideoRequest;
import app.inbetween.provider.Webhooks;
import app.inbetween.provider.catalog.Catalog;
import app.inbetween.provider.catalog.CatalogEntry;
import app.inbetween.provider.wire.Answer;
import app.inbetween.provider.wire.Downloads;
import app.inbetween.provider.wire.ResultHosts;
import app.inbetween.provider.wire.Uploads;
import app.inbetween.provider.wire.Wire;

/** Many makers' models behind one API. */
@ApplicationScoped
class WaveSpeedProvider implements VideoProvider {

    static final String NAME = "wavespeed";

    private static final URI REAL = URI.create("https://api.wavespeed.ai");
    private static final List<String> RESULT_HOSTS = List.of("*.cloudfront.net", "*.wavespeed.ai");

    private final WaveSpeedConfig config;
    private final Catalog catalog;
    private final Downloads downloads;
    private final Profile profile;
    private final ResultHosts resultHosts;
    private final Optional<WaveSpeedClient> client;
    private final Optional<Webhooks> webhooks;
    private final Optional<FrameUploads> uploads;

    @Inject
    WaveSpeedProvider(WaveSpeedConfig config, Wire wire, Catalog catalog, Downloads downloads, Clock clock) {
        this.config = config;
        this.catalog = catalog;
        this.downloads = downloads;
        profile = new Profile(NAME, "WaveSpeed", config.pollEvery().orElse(Duration.ofSeconds(2)),
                config.maxConcurrent().orElse(3), Optional.of(RateLimit.parse(config.submits().orElse("5/1m"))),
                config.queries().map(RateLimit::parse));
        resultHosts = new ResultHosts(config.resultHosts().orElse(RESULT_HOSTS), config.baseUrl());
        client = config.apiKey().map(String::strip).filter(key -> config.enabled() && !key.isEmpty())
                .map(key -> new WaveSpeedClient(wire, clock, config.baseUrl().orElse(REAL), key,
                        config.patience().orElse(Duration.ofMinutes(1))));
        webhooks = client.map(it -> new WaveSpeedWebhooks(new WebhookSecret(config.webhookSecret(), it)));
        uploads = client.map(it -> new FrameUploads(it, new Uploads(wire), ResultHosts.anyPublic(config.baseUrl())));
    }

    @Override
    public Profile profile() {
        return profile;
    }

    @Override
    public boolean isConfigured() {
        return client.isPresent();
    }

    @Override
    public List<VideoModel> models() {
        return isConfigured() ? catalog.models(NAME) : List.of();
    }

    @Override
    public Optional<Webhooks> webhooks() {
        return webhooks;
    }

    @Override
    public Checkup checkUp() {
        return client.map(Account::checkUp).orElseGet(() -> Checkup.trouble(Reason.PROVIDER_AUTH, "It has no key."));
    }

    @Override
    public boolean repeatable() {
        return false;
    }

    @Override
    public Submission submit(VideoRequest request, Clearance clearance) {
        Optional<CatalogEntry> entry = catalog.entry(request.model());
        if (client.isEmpty() || entry.isEmpty()) {
            return Submission.rejected(client.isEmpty() ? Reason.PROVIDER_AUTH : Reason.INPUT_INVALID,
                    "No key, or no such model");
        }
        try {
            return new Sending(client.get(), uploads.get(), request, entry.get()).send(clearance);
        } catch (IOException e) {
            return Submission.rejected(Reason.INPUT_MEDIA_UNREADABLE, e.getMessage());
        }
    }

    @Override
    public RemoteStatus status(RemoteJob job) {
        if (!Prediction.isId(job.remoteId())) {
            return new RemoteStatus.Missing("Its id is none of WaveSpeed's");
        }
        WaveSpeedClient asked = client();
        Answer answer = asked.result(job.remoteId());
        if (answer.status() == 404) {
            return new RemoteStatus.Missing(asked.words(answer));
        }
        return Envelope.of(answer).filter(envelope -> answer.isSuccess() && envelope.isSuccess())
                .map(envelope -> new Prediction(envelope.data()).status())
                .orElseThrow(() -> new ProviderUnavailableException(asked.words(answer)));
    }

    @Override
    public Cancellation cancel(RemoteJob job) {
        return Cancellation.REFUSED;
    }

    @Override
    public CancellationTerms cancellationTerms() {
        return CancellationTerms.NOT_POSSIBLE;
    }

    /** Reads the list of what was asked for, which may lag. */
    @Override
    public Reconciliation reconcile(VideoRequest request, Turn turn) {
        return catalog.entry(request.model()).map(entry -> new History(client()).find(request, entry, turn))
                .orElseGet(() -> new Reconciliation.Unclear("The model is not known any more"));
    }

    /** An address that has run out may have a successor. */
    @Override
    public void fetch(RemoteJob job, String location, Path to) throws IOException {
        try {
            downloads.fetch(location, resultHosts, to);
        } catch (ResultLostException e) {
            String fresh = status(job) instanceof RemoteStatus.Succeeded film ? film.location() : location;
            if (fresh.equals(location)) {
                throw e;
            }
            Files.deleteIfExists(to);
            downloads.fetch(fresh, resultHosts, to);
        }
    }

    private WaveSpeedClient client() {
        return client.orElseThrow(() -> new ProviderUnavailableException("WaveSpeed has no key"));
    }
}
