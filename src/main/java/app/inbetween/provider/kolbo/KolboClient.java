package app.inbetween.provider.kolbo;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import app.inbetween.provider.Clearance;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.Submission;
import app.inbetween.provider.wire.Answer;
import app.inbetween.provider.wire.Call;
import app.inbetween.provider.wire.Multipart;
import app.inbetween.provider.wire.PaidCall;
import app.inbetween.provider.wire.Question;
import app.inbetween.provider.wire.Reading;
import app.inbetween.provider.wire.Wire;

/** Addresses and headers of Kolbo. Questions throw {@link ProviderUnavailableException} where they find no answer. */
final class KolboClient {

    private static final Duration SHORTLY = Duration.ofSeconds(15);

    private final KolboConfig config;
    private final Wire wire;
    private final Clock clock;

    KolboClient(KolboConfig config, Wire wire, Clock clock) {
        this.config = config;
        this.wire = wire;
        this.clock = clock;
    }

    Submission submit(Multipart form, Clearance clearance, Reading reading) {
        Call call = form.into(signed(Call.post(at("/v1/generate/first-last-frame")))).within(config.patience());
        return PaidCall.once(wire, call, clearance, clock.instant(), reading);
    }

    Answer status(String id) {
        return ask(Call.get(at("/v1/generate/" + encoded(id) + "/status")));
    }

    Answer cancel(String id) {
        return ask(Call.post(at("/v1/generate/" + encoded(id) + "/cancel")).json(JsonNodeFactory.instance.objectNode()));
    }

    Answer models() {
        return ask(Call.get(at("/v1/models?type=first_last_frame")).within(SHORTLY));
    }

    Answer credits() {
        return ask(Call.get(at("/v1/account/credits")).within(SHORTLY));
    }

    private Answer ask(Call call) {
        Answer answer = Question.ask(wire, signed(call), clock.instant());
        if (KolboErrors.isLimit(answer)) {
            throw Question.noRoom(answer, clock.instant());
        }
        return answer;
    }

    private Call signed(Call call) {
        return call.header("X-API-Key",
                config.apiKey().orElseThrow(() -> new ProviderUnavailableException("Kolbo has no key")));
    }

    private URI at(String path) {
        URI base = config.baseUrl().orElse(KolboConfig.KOLBO);
        return URI.create(base.toString().replaceFirst("/+$", "") + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
