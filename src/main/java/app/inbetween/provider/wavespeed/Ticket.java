package app.inbetween.provider.wavespeed;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import app.inbetween.provider.wire.Call;

/**
 * Leave to put a file somewhere.
 *
 * @param address what the file is called in a job
 * @param target where to put it
 * @param headers exactly those it must be put with
 */
record Ticket(String address, URI target, Map<String, String> headers) {

    /** A frame may be large, and the way slow. */
    static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MOST = 1 << 16;

    /** Empty where it is not understood. */
    static Optional<Ticket> of(JsonNode data) {
        JsonNode upload = data.path("upload");
        String address = data.path("download_url").asText();
        Map<String, String> headers = new LinkedHashMap<>();
        upload.path("headers").fields().forEachRemaining(header -> headers.put(header.getKey(), header.getValue().asText()));
        boolean understood = "PUT".equalsIgnoreCase(upload.path("method").asText()) && isAddress(address)
                && headers.entrySet().stream().allMatch(Ticket::isHeader);
        try {
            return understood ? Optional.of(new Ticket(address, new URI(upload.path("url").asText()), Map.copyOf(headers)))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    static boolean isAddress(String text) {
        return text.startsWith("https://") || text.startsWith("http://");
    }

    /** Without our key: it is none of the storage's business. */
    Call call(byte[] bytes) {
        return new Call("PUT", target, headers, Optional.of(bytes), PATIENCE, MOST, Optional.empty());
    }

    private static boolean isHeader(Map.Entry<String, String> header) {
        return header.getKey().matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+") && header.getValue().matches("[\\x20-\\x7e]*");
    }
}
