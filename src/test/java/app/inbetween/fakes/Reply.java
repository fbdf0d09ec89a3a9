package app.inbetween.fakes;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;

/** An answer to be sent. */
record Reply(int status, Map<String, String> headers, byte[] body) {

    static final ObjectMapper JSON = new ObjectMapper();

    static Reply json(int status, Object tree) {
        return new Reply(status, Map.of("Content-Type", "application/json"),
                JSON.valueToTree(tree).toString().getBytes(StandardCharsets.UTF_8));
    }

    static Reply text(int status, String text) {
        return new Reply(status, Map.of("Content-Type", "text/plain"), text.getBytes(StandardCharsets.UTF_8));
    }

    static Reply bytes(String type, byte[] bytes) {
        return new Reply(200, Map.of("Content-Type", type), bytes);
    }

    Reply with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body);
    }
}
