package app.inbetween.provider.fal;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import app.inbetween.provider.Clearance;
import app.inbetween.provider.Submission;
import app.inbetween.provider.catalog.ImageLimits.Picture;
import app.inbetween.provider.wire.Answer;
import app.inbetween.provider.wire.Call;
import app.inbetween.provider.wire.PaidCall;
import app.inbetween.provider.wire.Question;
import app.inbetween.provider.wire.Reading;
import app.inbetween.provider.wire.ResultHosts;
import app.inbetween.provider.wire.Uploads;
import app.inbetween.provider.wire.Wire;

/** Every call fal answers. Addresses are our own, made of the request's id: none that fal returns is ever asked. */
final class FalClient {

    private static final Duration PATIENCE_FOR_KEYS = Duration.ofSeconds(10);

    private final FalConfig config;
    private final Wire wire;
    private final Clock clock;
    private final Uploads uploads;
    private final FalHosts hosts;

    FalClient(FalConfig config, Wire wire, Clock clock) {
        this.config = config;
        this.wire = wire;
        this.clock = clock;
        uploads = new Uploads(wire);
        hosts = new FalHosts(config.baseUrl());
    }

    Answer initiateUpload(String name, String type) throws IOException {
        JsonNode ticket = JsonNodeFactory.instance.objectNode().put("content_type", type).put("file_name", name);
        return wire.ask(signed(Call.post(hosts.rest("/storage/upload/initiate?storage_type=fal-cdn-v3"))).json(ticket));
    }

    /** Without the key: the address is somebody's else, and says by itself who may write there. */
    Answer upload(URI to, Picture picture) throws IOException {
        return uploads.send(Call.put(to).body(picture.type(), picture.bytes()).within(config.patience()),
                ResultHosts.anyPublic(config.baseUrl()));
    }

    /**
     * The one call that costs money. No X-Fal-No-Retry: when a runner dies, fal's queue begins the same request again under the
     * same id, and bills one film at most; without that, every hiccup there would be a failed clip here. No
     * X-Fal-Request-Timeout either: a request whose fate we do not know must not end behind our back.
     */
    Submission submit(String endpoint, JsonNode body, Optional<URI> webhook, Clearance clearance,
            Reading reading) {
        String query = webhook.map(to -> "?fal_webhook=" + encoded(to.toString())).orElse("");
        Call call = signed(Call.post(hosts.queue("/" + endpoint + query))).json(body).within(config.patience());
        return PaidCall.once(wire, call, clearance, clock.instant(), reading);
    }

    Answer status(FalRequest request) {
        return ask(signed(Call.get(hosts.queue(request.path() + "/status?logs=0"))));
    }

    /** Whatever its status: a run that failed is told by one too. */
    Answer result(FalRequest request) throws IOException {
        return wire.ask(signed(Call.get(hosts.queue(request.path()))));
    }

    Answer cancel(FalRequest request) {
        return ask(signed(Call.put(hosts.queue(request.path() + "/cancel"))));
    }

    Answer prices(String endpoint) throws IOException {
        return wire.ask(signed(Call.get(hosts.platform("/v1/models/pricing?endpoint_id=" + encoded(endpoint)))));
    }

    /** They are public, so our key stays here. */
    Answer keys() {
        return ask(Call.get(hosts.rest("/.well-known/jwks.json")).within(PATIENCE_FOR_KEYS));
    }

    ResultHosts films() {
        return new ResultHosts(List.copyOf(config.resultHosts()), config.baseUrl());
    }

    private Answer ask(Call call) {
        return Question.ask(wire, call, clock.instant());
    }

    private Call signed(Call call) {
        return call.header("Authorization", "Key " + config.apiKey().orElse("")).header("Accept", "application/json");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
