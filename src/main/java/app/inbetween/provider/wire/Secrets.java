package app.inbetween.provider.wire;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Keys that an answer repeats, as some do in their complaints, go no further: not into a log, a row or a page. */
final class Secrets {

    private static final Set<String> HEADERS = Set.of("authorization", "x-api-key");
    /** Anything shorter is no key, and stands in many a word. */
    private static final int SHORTEST = 8;

    private Secrets() {
    }

    /** The body without what the call was signed with. */
    static byte[] blanked(byte[] body, Call call) {
        // One character for each byte, so that what is no text comes out as it went in.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String blanked = text;
        for (Map.Entry<String, String> header : call.headers().entrySet()) {
            String key = header.getValue().substring(header.getValue().lastIndexOf(' ') + 1);
            if (HEADERS.contains(header.getKey().toLowerCase(Locale.ROOT)) && key.length() >= SHORTEST) {
                blanked = blanked.replace(key, "***");
            }
        }
        return blanked.equals(text) ? body : blanked.getBytes(StandardCharsets.ISO_8859_1);
    }
}
