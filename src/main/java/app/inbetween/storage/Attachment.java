package app.inbetween.storage;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** The {@code Content-Disposition} that has a browser save a file under a name (RFC 6266). */
record Attachment(String name) {

    private static final String UNESCAPED = "!#$&+-.^_`|~";

    @Override
    public String toString() {
        return "attachment; filename=\"" + ascii() + "\"; filename*=UTF-8''" + escaped();
    }

    /** For programs that do not know the other form. */
    private String ascii() {
        return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "").replaceAll("[^ -~]|[\"\\\\%/]", "_");
    }

    private String escaped() {
        StringBuilder escaped = new StringBuilder();
        for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain((char) (each & 0xff))) {
                escaped.append((char) each);
            } else {
                escaped.append('%').append("%02X".formatted(each));
            }
        }
        return escaped.toString();
    }

    private static boolean isPlain(char c) {
        return c < 128 && Character.isLetterOrDigit(c) || UNESCAPED.indexOf(c) >= 0;
    }
}
