package app.inbetween.provider.kolbo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;

import app.inbetween.provider.AskedPrice;
import app.inbetween.provider.Billing;
import app.inbetween.provider.Cancellation;
import app.inbetween.provider.CancellationTerms;
import app.inbetween.provider.Checkup;
import app.inbetween.provider.Clearance;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.RateLimit;
import app.inbetween.provider.Reconciliation;
import app.inbetween.provider.RemoteJob;
import app.inbetween.provider.RemoteStatus;
import app.inbetween.provider.ResultLostException;
import app.inbetween.provider.Submission;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoProvider;
import app.inbetween.provider.VideoRequest;
import app.inbetween.provider.catalog.Catalog;
import app.inbetween.provider.wire.Answer;
import app.inbetween.provider.wire.Downloads;
import app.inbetween.provider.wire.ResultHosts;
import app.inbetween.provider.wire.Wire;

/** Kolbo, with whatever models it offers today. */
@ApplicationScoped
class KolboProvider implements VideoProvider {

    static final String NAME = "kolbo";

    private final KolboConfig config;
    private final Downloads downloads;
    private final KolboClient client;
    private final KolboModels models;
    private final ResultHosts hosts;
    private final RateLimit submits;
    private final RateLimit queries;

    /** Kolbo tells its models itself, so the catalogue is not looked into. */
    @Inject
    KolboProvider(KolboConfig config, Wire wire, Catalog catalog, Downloads downloads, Clock clock) {
        this.config = config;
        this.downloads = downloads;
        client = new KolboClient(config, wire, clock);
        models = new KolboModels(client, config, clock);
        hosts = new ResultHosts(config.resultHosts(), Optional.of(client.base()));
        submits = RateLimit.parse(config.submits().orElse("10/1m"));
        queries = RateLimit.parse(config.queries().orElse("300/1m"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "Kolbo";
    }

    @Override
    public boolean isConfigured() {
        return config.enabled() && config.apiKey().filter(key -> !key.isBlank()).isPresent();
    }

    @Override
    public List<VideoModel> models() {
        return isConfigured() ? models.all().stream().map(KolboModel::model).toList() : List.of();
    }

    @Override
    public List<AskedPrice> prices() {
        return config.dollarsPerCredit().filter(it -> isConfigured())
                .map(dollars -> models.all().stream().flatMap(model -> model.prices(dollars).stream()).toList())
                .orElse(List.of());
    }

    @Override
    public Optional<String> trouble() {
        return isConfigured() && models.all().isEmpty() ? Optional.of("Kolbo does not tell which models it has.")
                : Optional.empty();
    }

    @Override
    public Duration pace() {
        return config.pollEvery();
    }

    @Override
    public int maxConcurrent() {
        return config.maxConcurrent();
    }

    @Override
    public Optional<RateLimit> submitLimit() {
        return Optional.of(submits);
    }

    @Override
    public Optional<RateLimit> queryLimit() {
        return Optional.of(queries);
    }

    @Override
    public Checkup checkUp() {
        if (!isConfigured()) {
            return Checkup.trouble(Reason.PROVIDER_AUTH, "There is no key.");
        }
        try {
            Answer answer = client.credits();
            return KolboErrors.refusal(answer).map(it -> Checkup.trouble(it.reason(), it.detail()))
                    .or(() -> answer.json().map(KolboProvider::balance))
                    .orElseGet(() -> Checkup.trouble(Reason.PROVIDER_TRANSIENT, answer.words()));
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
        Optional<KolboModel> model = models.find(request.model());
        if (model.isEmpty()) {
            return models.isTold() ? rejected(Reason.INPUT_INVALID, "Kolbo offers this model no more")
                    : new Submission.NotSent("Kolbo has not told yet which models it has");
        }
        try {
            return client.submit(KolboForm.of(model.get(), request), clearance, new KolboSubmission());
        } catch (IOException e) {
            return rejected(Reason.INPUT_MEDIA_UNREADABLE, e.toString());
        }
    }

    @Override
    public RemoteStatus status(RemoteJob job) {
        return KolboClip.status(client.status(job.remoteId()));
    }

    @Override
    public Cancellation cancel(RemoteJob job) {
        return client.cancel(job.remoteId()).isSuccess() ? Cancellation.ASKED : Cancellation.REFUSED;
    }

    /** It takes its credits at the start, and promises to give them back only where a clip fails. */
    @Override
    public CancellationTerms cancellationTerms() {
        return CancellationTerms.NOTHING;
    }

    @Override
    public Reconciliation reconcile(VideoRequest request) {
        return new Reconciliation.Unclear("Kolbo has no list of clips to look into");
    }

    @Override
    public void fetch(RemoteJob job, String location, Path to) throws IOException {
        downloads.fetch(address(location), hosts, to);
    }

    private static URI address(String location) {
        try {
            return URI.create(location);
        } catch (IllegalArgumentException e) {
            throw new ResultLostException("The film is at no address that can be read");
        }
    }

    private static Checkup balance(JsonNode body) {
        JsonNode total = body.path("credits").path("total");
        return total.isNumber() ? Checkup.healthy("The key is accepted.", total.asText() + " Kolbo credits")
                : Checkup.healthy("The key is accepted.");
    }

    private static Submission rejected(Reason reason, String detail) {
        return new Submission.Rejected(new Failure(reason, Billing.NOT_BILLED, detail));
    }
}
