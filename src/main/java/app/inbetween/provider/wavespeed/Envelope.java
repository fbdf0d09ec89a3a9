package app.inbetween.provider.wavespeed;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import app.inbetween.provider.wire.Answer;

/**
 * What every answer is wrapped in.
 *
 * @param code 200, or what is wrong, also where HTTP says that all is well
 * @param words its message and its code in letters; may be empty
 * @param data missing where there is none
 */
record Envelope(int code, String words, JsonNode data) {

    /** Empty where the body is something else, such as a page of HTML. A prediction without an envelope is taken as it is. */
    static Optional<Envelope> of(Answer answer) {
        return answer.json().map(tree -> {
            boolean bare = !tree.has("data") && tree.has("id");
            String words = (tree.path("message").asText("") + " " + tree.path("error_code").asText("")).strip();
            return new Envelope(bare ? 200 : tree.path("code").asInt(answer.status()), words,
                    bare ? tree : tree.path("data"));
        });
    }

    boolean isSuccess() {
        return code == 200;
    }
}
