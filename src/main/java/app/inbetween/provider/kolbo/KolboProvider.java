package app.inbetween.provider.kolbo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;

import app.inbetween.provider.AskedPrice;
import app.inbetween.provider.Cancellation;
import app.inbetween.provider.CancellationTerms;
import app.inbetween.provider.Checkup;
import app.inbetween.provider.Clearance;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.PriceTeller;
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
import app.inbetween.provider.wire.Answer;
import app.inbetween.provider.wire.Downloads;
import app.inbetween.provider.wire.ResultHosts;
import app.inbetween.provider.wire.Wire;

/** Kolbo, with whatever models it offers today. */
@ApplicationScoped
class KolboProvider implements VideoProvider, PriceTeller {

    static final String NAME = "kolbo";

    private final KolboConfig config;
    private final Downloads downloads;
    private final Profile profile;
    private final KolboClient client;
    private final KolboModels models;
    private final ResultHosts hosts;

    /** Kolbo tells its models itself, so the catalogue is not looked into. */
    @Inject
    KolboProvider(KolboConfig config, Wire wire, Catalog catalog, Downloads downloads, Clock clock) {
        this.config = config;
        this.downloads = downloads;
        profile = new Profile(NAME, "Kolbo", config.pollEvery(), config.maxConcurrent(),
                Optional.of(RateLimit.parse(config.submits().orElse("10/1m"))),
                Optional.of(RateLimit.parse(config.queries().orElse("300/1m"))));
        client = new KolboClient(config, wire, clock);
        models = new KolboModels(client, config, clock);
        hosts = new ResultHosts(config.resultHosts(), config.baseUrl());
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
        return isConfigured() ? models.all().stream().map(KolboModel::model).toList() : List.of();
    }

    @Override
    public List<AskedPrice> prices() {
        return config.dollarsPerCredit().filter(it -> isConfigured())
                .map(dollars -> models.all().stream().flatMap(model -> model.prices(dollars).stream()).toList())
                .orElse(List.of());
    }

    @Override
    public boolean isLearning() {
        return true;
    }

    @Override
    public Optional<String> trouble() {
        return isConfigured() && models.all().isEmpty() ? Optional.of("Kolbo does not tell which models it has.")
                : Optional.empty();
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
            return models.isTold() ? Submission.rejected(Reason.INPUT_INVALID, "Kolbo offers this model no more")
                    : new Submission.NotSent("Kolbo has not told yet which models it has");
        }
        if (!model.get().makes(request)) {
            return Submission.rejected(Reason.INPUT_INVALID, "Kolbo no longer makes a clip of exactly these settings");
        }
        try {
            return client.submit(KolboForm.of(model.get(), request), clearance, new KolboSubmission());
        } catch (IOException e) {
            return Submission.rejected(Reason.INPUT_MEDIA_UNREADABLE, e.toString());
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
    public Reconciliation reconcile(VideoRequest request, Turn turn) {
        return new Reconciliation.Unclear("Kolbo has no list of clips to look into");
    }

    @Override
    public void fetch(RemoteJob job, String location, Path to) throws IOException {
        downloads.fetch(location, hosts, to);
    }

    private static Checkup balance(JsonNode body) {
        JsonNode total = body.path("credits").path("total");
        if (!total.isNumber()) {
            return Checkup.healthy("The key is accepted.");
        }
        String left = total.asText() + " Kolbo credits";
        return total.decimalValue().signum() > 0 ? Checkup.healthy("The key is accepted.", left)
                : new Checkup(Optional.of(Reason.PROVIDER_BALANCE), "The key is accepted, but no credits are left.",
                        Optional.of(left));
    }
}
