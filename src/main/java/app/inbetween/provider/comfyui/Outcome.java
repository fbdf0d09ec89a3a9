package app.inbetween.provider.comfyui;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.RemoteStatus;

/** Reads from an entry of the history how a prompt ended. */
final class Outcome {

    /** Nodes of third parties call their films otherwise. */
    private static final List<String> KINDS = List.of("videos", "gifs", "images");

    private Outcome() {
    }

    static RemoteStatus of(JsonNode entry) {
        JsonNode status = entry.path("status");
        for (JsonNode message : status.path("messages")) {
            if (message.path(0).asText().equals("execution_interrupted")) {
                return new RemoteStatus.Cancelled(Billing.NOT_BILLED);
            }
            if (message.path(0).asText().equals("execution_error")) {
                return failed(message.path(1));
            }
        }
        if (status.path("status_str").asText().equals("error")) {
            return failed(Reason.PROVIDER_FAILED, "ComfyUI says that it failed, and not why.");
        }
        return film(entry.path("outputs")).<RemoteStatus> map(film -> new RemoteStatus.Succeeded(film, Optional.empty()))
                .orElseGet(() -> failed(Reason.PROVIDER_FAILED, "The graph came to its end without a film."));
    }

    /** The query that gets it, as only name, folder and type together find a file. */
    private static Optional<String> film(JsonNode outputs) {
        for (JsonNode output : outputs) {
            for (String kind : KINDS) {
                for (JsonNode file : output.path(kind)) {
                    if (!file.path("type").asText().equals("temp")
                            && file.path("filename").asText().toLowerCase(Locale.ROOT).matches(".+\\.(mp4|mov|m4v)")) {
                        return Optional.of("filename=" + encoded(file, "filename") + "&subfolder=" + encoded(file, "subfolder")
                                + "&type=" + encoded(file, "type"));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static String encoded(JsonNode file, String field) {
        return ComfyUiClient.encoded(file.path(field).asText());
    }

    private static RemoteStatus failed(JsonNode error) {
        String type = error.path("exception_type").asText();
        String node = error.path("node_type").asText("a node");
        String words = node + ": " + type + ": " + error.path("exception_message").asText().strip();
        if (type.contains("OutOfMemory")) {
            return failed(Reason.PROVIDER_FAILED, words + " (The graphics card has too little memory for this size or length: "
                    + "offer smaller ones, or use the model's fp8 file.)");
        }
        return failed(node.equals("LoadImage") ? Reason.INPUT_MEDIA_UNREADABLE : Reason.PROVIDER_FAILED, words);
    }

    private static RemoteStatus failed(Reason reason, String detail) {
        return new RemoteStatus.Failed(new Failure(reason, Billing.NOT_BILLED, detail));
    }
}
