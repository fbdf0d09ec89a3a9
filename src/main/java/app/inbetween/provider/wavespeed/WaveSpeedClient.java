package app.inbetween.provider.wavespeed;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import app.inbetween.provider.Billing;
import app.inbetween.provider.Clearance;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Submission;
import app.inbetween.provider.catalog.ImageLimits.Picture;
import app.inbetween.provider.wire.Answer;
import app.inbetween.provider.wire.Call;
import app.inbetween.provider.wire.Multipart;
import app.inbetween.provider.wire.PaidCall;
import app.inbetween.provider.wire.Question;
import app.inbetween.provider.wire.Wire;

/** The calls of the API, each with the key. */
final class WaveSpeedClient {

    static final int PAGE_SIZE = 100;

    private final Wire wire;
    private final Clock clock;
    private final String base;
    private final String key;
    private final Duration patience;

    /** @param patience how long the answer to a submission may take */
    WaveSpeedClient(Wire wire, Clock clock, URI base, String key, Duration patience) {
        this.wire = wire;
        this.clock = clock;
        this.base = base.toString().replaceFirst("/+$", "") + "/api/v3";
        this.key = key;
        this.patience = patience;
    }

    /** @param model its id there, of several segments */
    Submission submit(String model, ObjectNode body, Optional<URI> webhook, Clearance clearance) {
        String query = webhook.map(it -> "?webhook=" + URLEncoder.encode(it.toString(), StandardCharsets.UTF_8)).orElse("");
        Call call = keyed(Call.post(at("/" + model + query))).json(body).within(patience);
        return PaidCall.once(wire, call, clearance, clock.instant(), this::submission);
    }

    Answer result(String id) {
        return ask(Call.get(at("/predictions/" + id + "/result")));
    }

    /** @param page from 1 */
    Answer history(int page) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("page", page).put("page_size", PAGE_SIZE);
        return ask(Call.post(at("/predictions")).json(body));
    }

    Answer balance() {
        Answer answer = ask(Call.get(at("/balance")));
        return answer.status() == 404 ? ask(Call.get(at("/account/balance"))) : answer;
    }

    Answer webhookSecret() {
        return ask(Call.get(at("/webhook/secret")));
    }

    /** Asks where a file may be put. */
    Answer ticket(String fileName, Picture picture) throws IOException {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("filename", fileName).put("size", picture.bytes().length)
                .put("content_type", picture.type());
        return wire.ask(keyed(Call.post(at("/media/uploads")).json(body)));
    }

    /** The older way to upload. */
    Answer upload(String fileName, Picture picture) throws IOException {
        Multipart form = new Multipart().file("file", fileName, picture.type(), picture.bytes());
        return wire.ask(form.into(keyed(Call.post(at("/media/upload/binary")))).within(Ticket.PATIENCE));
    }

    /** What it said, for the operator; some services repeat the key they refuse. */
    String words(Answer answer) {
        return answer.words().replace(key, "…");
    }

    Instant now() {
        return clock.instant();
    }

    private Submission submission(Answer answer) {
        Optional<Envelope> envelope = Envelope.of(answer);
        if (answer.isSuccess()) {
            return envelope.map(it -> submission(answer, it)).orElseGet(() -> new Submission.Unknown(words(answer)));
        }
        // A redirect says nothing at all.
        return answer.status() / 100 != 4 ? new Submission.Unknown(words(answer))
                : rejected(answer, envelope);
    }

    /** Whatever it says beside it: what has an id exists. */
    private Submission submission(Answer answer, Envelope envelope) {
        Optional<String> id = new Prediction(envelope.data()).id();
        if (id.isPresent()) {
            return new Submission.Accepted(id.get());
        }
        if (envelope.code() == 429) {
            return new Submission.Later(answer.retryAfter(clock.instant()).orElse(PaidCall.PAUSE));
        }
        boolean refused = envelope.code() / 100 == 4 || envelope.code() / 1000 == 1;
        return refused ? rejected(answer, Optional.of(envelope)) : new Submission.Unknown(words(answer));
    }

    /** A refusal for good. */
    Submission.Rejected rejected(Answer answer, Optional<Envelope> envelope) {
        Failure.Reason reason = envelope.map(it -> Meaning.of(answer.status(), it))
                .orElseGet(() -> Meaning.ofStatus(answer.status(), answer.text()));
        return new Submission.Rejected(new Failure(reason, Billing.NOT_BILLED, words(answer)));
    }

    private Answer ask(Call call) {
        Answer answer = Question.ask(wire, keyed(call), clock.instant());
        if (Envelope.of(answer).filter(it -> it.code() == 429).isPresent()) {
            throw Question.noRoom(answer, clock.instant());
        }
        return answer;
    }

    private Call keyed(Call call) {
        return call.header("Authorization", "Bearer " + key);
    }

    private URI at(String path) {
        return URI.create(base + path);
    }
}
