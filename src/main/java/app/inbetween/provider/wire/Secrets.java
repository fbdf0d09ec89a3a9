package app.inbetween.provider.wire;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Keys that an answer repeats, as some do in their complaints, go no further: not into a log, a row or a page. */
final class Secrets {

    /** The others are a key, or what an operator has set in place of one, under whatever name. */
    private static final Set<String> HARMLESS = Set.of("accept", "accept-encoding", "content-type");
    /** Anything shorter is no key, and stands in many a word. */
    private static final int SHORTEST = 8;

    private Secrets() {
    }

    /** The body without what the call was signed with. */
    static byte[] blanked(byte[] body, Call call) {
        // One character for each byte, so that what is no text comes out as it went in.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String blanked = text;
        for (String secret : secrets(call)) {
            blanked = blanked.replace(secret, "***");
        }
        return blanked.equals(text) ? body : blanked.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The longest first, since a shorter one may be part of it. */
    private static List<String> secrets(Call call) {
        return call.headers().entrySet().stream().filter(header -> !HARMLESS.contains(header.getKey().toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getValue).flatMap(Secrets::parts).filter(part -> part.length() >= SHORTEST)
                .sorted(Comparator.comparing(String::length).reversed()).toList();
    }

    /** What is repeated may be all of it, or what follows the scheme. */
    private static Stream<String> parts(String value) {
        return Stream.of(value, value.substring(value.lastIndexOf(' ') + 1));
    }
}
