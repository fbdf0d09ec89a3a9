package app.inbetween.provider.comfyui;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import app.inbetween.provider.Clearance;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.Submission;
import app.inbetween.provider.VideoRequest;
import app.inbetween.provider.catalog.CatalogEntry;
import app.inbetween.provider.catalog.ImageLimits.Picture;
import app.inbetween.provider.wire.Answer;
import app.inbetween.provider.wire.PaidCall;

/** Brings two frames and a graph to the server. The attempt's token is in all of them, so that it can be found again. */
final class Sending {

    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final ComfyUiClient client;
    private final CatalogEntry entry;
    private final VideoRequest request;

    Sending(ComfyUiClient client, CatalogEntry entry, VideoRequest request) {
        this.client = client;
        this.entry = entry;
        this.request = request;
    }

    /** What we call the prompt; newer servers take only what looks like this. */
    static String promptId(String token) {
        return token.matches(ID) ? token : UUID.nameUUIDFromBytes(token.getBytes(StandardCharsets.UTF_8)).toString();
    }

    Submission send(Clearance clearance) {
        try {
            String first = upload(request.firstFrame(), "first");
            String last = upload(request.lastFrame(), "last");
            return submit(first, last, clearance);
        } catch (NotUploadedException e) {
            return e.submission;
        } catch (IOException e) {
            return new Submission.NotSent(e.getMessage());
        }
    }

    /** @return the name the server gave it, which need not be the one we asked for */
    private String upload(Path frame, String which) throws IOException, NotUploadedException {
        Picture picture = entry.images().fit(frame);
        Answer answer = client.upload(picture.named(request.attemptToken() + "-" + which), picture);
        if (!answer.isSuccess()) {
            throw new NotUploadedException(refused(answer));
        }
        JsonNode file = answer.json().orElseGet(JsonNodeFactory.instance::objectNode);
        if (file.path("name").asText().isEmpty()) {
            throw new NotUploadedException(new Submission.NotSent("The upload got no name: " + client.words(answer)));
        }
        String folder = file.path("subfolder").asText();
        return folder.isEmpty() ? file.path("name").asText() : folder + "/" + file.path("name").asText();
    }

    private Submission refused(Answer answer) {
        int status = answer.status();
        if (status == 429) {
            return new Submission.Later(answer.retryAfter(client.now()).orElse(PaidCall.PAUSE));
        }
        return status >= 500 || status == 408 ? new Submission.NotSent(client.words(answer))
                : Submission.rejected(isSetup(status) ? Reason.PROVIDER_AUTH : Reason.INPUT_MEDIA_UNREADABLE,
                        client.words(answer));
    }

    private Submission submit(String first, String last, Clearance clearance) {
        ObjectNode graph = entry.body(request, first, last);
        for (JsonNode node : graph) {
            if (node.path("inputs").has("filename_prefix")) {
                ((ObjectNode) node.get("inputs")).put("filename_prefix", ComfyUiClient.FOLDER + "/" + request.attemptToken());
            }
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("prompt", graph);
        body.put("client_id", request.generation().toString()).put("prompt_id", promptId(request.attemptToken()));
        Submission submission = client.submit(body, clearance, this::read);
        if (submission instanceof Submission.Rejected rejected && rejected.failure().detail().contains("invalid_prompt_id")) {
            // Refused before it was taken, so it may be sent without; the token in the graph is what it is found by then.
            body.remove("prompt_id");
            return client.submit(body, clearance, this::read);
        }
        return submission;
    }

    private Submission read(Answer answer) {
        JsonNode tree = answer.json().orElseGet(JsonNodeFactory.instance::objectNode);
        if (answer.isSuccess()) {
            String id = tree.path("prompt_id").asText();
            return id.isEmpty() ? new Submission.Unknown(client.words(answer)) : new Submission.Accepted(id);
        }
        if (isSetup(answer.status())) {
            return Submission.rejected(Reason.PROVIDER_AUTH, client.words(answer));
        }
        return tree.has("error") ? new Submission.Rejected(Refusal.of(tree, client.words(answer)))
                : Submission.rejected(Reason.INPUT_INVALID, client.words(answer));
    }

    /** Locked out, sent to a page to sign in, or no ComfyUI at all. */
    private static boolean isSetup(int status) {
        return status / 100 == 3 || status == 401 || status == 403 || status == 404 || status == 405;
    }

    /** What a failed upload means for the whole. */
    private static final class NotUploadedException extends Exception {

        private final transient Submission submission;

        NotUploadedException(Submission submission) {
            super(submission.toString(), null, false, false);
            this.submission = submission;
        }
    }
}
