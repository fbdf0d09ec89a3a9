package app.inbetween.provider.wire;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One request.
 *
 * @param body its bytes; the media type is among the headers
 * @param patience from the first byte to the last of the answer
 * @param most bytes an answer may have
 * @param at the only address to connect to; empty where the name decides
 */
public record Call(String method, URI uri, Map<String, String> headers, Optional<byte[]> body, Duration patience, int most,
        Optional<InetAddress> at) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST = 4 << 20;

    public static Call get(URI uri) {
        return new Call("GET", uri, Map.of(), Optional.empty(), PATIENCE, MOST, Optional.empty());
    }

    public static Call post(URI uri) {
        return new Call("POST", uri, Map.of(), Optional.empty(), PATIENCE, MOST, Optional.empty());
    }

    public static Call put(URI uri) {
        return new Call("PUT", uri, Map.of(), Optional.empty(), PATIENCE, MOST, Optional.empty());
    }

    public Call header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Call(method, uri, Map.copyOf(more), body, patience, most, at);
    }

    public Call json(JsonNode content) {
        return body("application/json", content.toString().getBytes(StandardCharsets.UTF_8));
    }

    public Call body(String type, byte[] bytes) {
        return new Call(method, uri, headers, Optional.of(bytes), patience, most, at).header("Content-Type", type);
    }

    public Call within(Duration time) {
        return new Call(method, uri, headers, body, time, most, at);
    }

    public Call at(InetAddress address) {
        return new Call(method, uri, headers, body, patience, most, Optional.of(address));
    }

    /** Method, host and path: fit for a log, as headers, queries and what stands before the host may hold secrets. */
    @Override
    public String toString() {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return method + " " + uri.getScheme() + "://" + uri.getHost() + port + uri.getPath();
    }
}
