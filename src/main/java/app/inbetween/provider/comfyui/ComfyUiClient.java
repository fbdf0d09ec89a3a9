package app.inbetween.provider.comfyui;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import app.inbetween.provider.Clearance;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.Submission;
import app.inbetween.provider.catalog.ImageLimits.Picture;
import app.inbetween.provider.wire.Answer;
import app.inbetween.provider.wire.Call;
import app.inbetween.provider.wire.Multipart;
import app.inbetween.provider.wire.PaidCall;
import app.inbetween.provider.wire.Question;
import app.inbetween.provider.wire.Reading;
import app.inbetween.provider.wire.Wire;

/** The routes of a ComfyUI server. */
final class ComfyUiClient {

    static final String FOLDER = "inbetween";
    /** Prompts of the history that are looked at together. */
    static final int LATELY = 200;

    /** Whole graphs come back, of everything that was drawn lately. */
    private static final int MOST = 32 << 20;

    private final ComfyUiConfig config;
    private final Wire wire;
    private final Clock clock;

    ComfyUiClient(ComfyUiConfig config, Wire wire, Clock clock) {
        this.config = config;
        this.wire = wire;
        this.clock = clock;
    }

    /** @throws IOException if there is no answer; nothing depends on whether it arrived */
    Answer upload(String fileName, Picture picture) throws IOException {
        Multipart form = new Multipart().field("type", "input").field("subfolder", FOLDER).field("overwrite", "true")
                .file("image", fileName, picture.type(), picture.bytes());
        return wire.ask(form.into(signed(Call.post(at("/upload/image")))));
    }

    Submission submit(ObjectNode body, Clearance clearance, Reading reading) {
        Call call = signed(Call.post(at("/prompt"))).json(body).within(config.patience());
        return PaidCall.once(wire, call, clearance, clock.instant(), reading);
    }

    /** By the ids of prompts; empty where the server does not know this one, or has not finished it. */
    JsonNode history(String id) {
        return ask("/history/" + encoded(id));
    }

    /** The latest, as many as {@link #LATELY}. */
    JsonNode history() {
        return ask("/history?max_items=" + LATELY);
    }

    JsonNode queue() {
        return ask("/queue");
    }

    JsonNode systemStats() {
        return ask("/system_stats");
    }

    /** What a kind of node takes; empty where the server has no such node. */
    JsonNode objectInfo(String node) {
        return ask("/object_info/" + encoded(node));
    }

    /** Only newer servers know this; false where it is not known, or there was nothing to cancel. */
    boolean cancelJob(String id) {
        Answer answer = send("/api/jobs/" + encoded(id) + "/cancel", JsonNodeFactory.instance.objectNode());
        return answer.isSuccess() && answer.json().map(tree -> tree.path("cancelled").asBoolean()).orElse(false);
    }

    void deleteFromQueue(String id) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("delete").add(id);
        send("/queue", body);
    }

    /** Older servers stop whatever runs: to be called only while that is this prompt. */
    void interrupt(String id) {
        send("/interrupt", JsonNodeFactory.instance.objectNode().put("prompt_id", id));
    }

    Call film(String query) {
        return signed(Call.get(at("/view?" + query)));
    }

    /** Without what must not be seen, should the other side repeat it. */
    String words(Answer answer) {
        return config.headerValue().map(secret -> answer.words().replace(secret, "…")).orElse(answer.words());
    }

    Instant now() {
        return clock.instant();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private JsonNode ask(String path) {
        Answer answer = Question.ask(wire, signed(new Call("GET", at(path), Map.of(), Optional.empty(),
                config.patience(), MOST, Optional.empty())), clock.instant());
        if (answer.status() == 401 || answer.status() == 403) {
            throw new LockedOutException(words(answer));
        }
        return answer.json().filter(tree -> answer.isSuccess())
                .orElseThrow(() -> new ProviderUnavailableException("ComfyUI's answer makes no sense: " + words(answer)));
    }

    private Answer send(String path, ObjectNode body) {
        return Question.ask(wire, signed(Call.post(at(path))).json(body), clock.instant());
    }

    private Call signed(Call call) {
        return config.headerName().flatMap(name -> config.headerValue().map(value -> call.header(name, value))).orElse(call);
    }

    private URI at(String path) {
        URI base = config.baseUrl().orElseThrow(() -> new ProviderUnavailableException("ComfyUI has no base-url"));
        return URI.create(base.toString().replaceFirst("/+$", "") + path);
    }

    /** A proxy does not let us through. */
    static final class LockedOutException extends ProviderUnavailableException {

        LockedOutException(String message) {
            super(message);
        }
    }
}
