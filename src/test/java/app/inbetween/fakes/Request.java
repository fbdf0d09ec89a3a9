package app.inbetween.fakes;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** A request as it came. */
record Request(String method, String path, Map<String, String> query, Map<String, String> headers, byte[] body) {

    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    boolean is(String wantedMethod, String wantedPath) {
        return method.equals(wantedMethod) && path.equals(wantedPath);
    }

    /** @throws Refusal if it is no JSON object, or does not say so: every real provider answers with 400 then */
    JsonNode json() {
        try {
            JsonNode tree = Reply.JSON.readTree(body);
            if (tree != null && tree.isObject() && header("content-type").matches("application/json(;.*)?")) {
                return tree;
            }
        } catch (IOException e) {
            // said below
        }
        throw new Refusal(Reply.text(400, "The body is not a JSON object, or is not called application/json"));
    }
}
