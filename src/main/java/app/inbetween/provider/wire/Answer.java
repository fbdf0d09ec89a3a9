package app.inbetween.provider.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What came back, whole.
 *
 * @param headers names in lower case; of several of the same name, the first
 */
public record Answer(int status, Map<String, String> headers, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_WORDS = 400;

    public boolean isSuccess() {
        return status / 100 == 2;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Empty where the body is no JSON object, whatever the provider calls it. */
    public Optional<JsonNode> json() {
        try {
            return Optional.ofNullable(JSON.readTree(body)).filter(JsonNode::isObject);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** How long it asks to be left alone: {@code Retry-After} as seconds or as a date. */
    public Optional<Duration> retryAfter(Instant now) {
        return header("retry-after").flatMap(value -> RetryAfter.parse(value, now));
    }

    /** Status and the beginning of the body, for the operator. */
    public String words() {
        String text = text().strip().replaceAll("\\s+", " ");
        return "HTTP " + status + (text.isEmpty() ? "" : ": " + text.substring(0, Math.min(text.length(), MOST_WORDS)));
    }
}
