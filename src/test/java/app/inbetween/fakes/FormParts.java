package app.inbetween.fakes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a form with files, in the order they came. */
final class FormParts {

    private static final Pattern BOUNDARY = Pattern.compile("multipart/form-data;\\s*boundary=\"?([^\";]+)\"?.*");
    private static final Pattern NAME = Pattern.compile("; name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("; filename=\"([^\"]*)\"");

    private final List<Part> parts;

    /** @param fileName empty where it is a plain field */
    record Part(String name, Optional<String> fileName, byte[] content) {

        String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    private FormParts(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** Empty where the request is no such form. */
    static Optional<FormParts> of(Request request) {
        Matcher type = BOUNDARY.matcher(request.header("content-type"));
        return type.matches() ? Optional.of(new FormParts(split(request.body(), "--" + type.group(1)))) : Optional.empty();
    }

    List<Part> all() {
        return parts;
    }

    List<Part> files() {
        return parts.stream().filter(part -> part.fileName().isPresent()).toList();
    }

    Optional<String> field(String name) {
        return parts.stream().filter(part -> part.name().equals(name) && part.fileName().isEmpty()).map(Part::text).findFirst();
    }

    /** One character for each byte, so that text and bytes have the same places. */
    private static List<Part> split(byte[] body, String boundary) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        List<Part> parts = new ArrayList<>();
        int from = text.indexOf(boundary) + boundary.length() + 2;
        for (int to = text.indexOf("\r\n" + boundary, from); to >= 0; to = text.indexOf("\r\n" + boundary, from)) {
            parts.add(part(text.substring(from, to), body, from));
            from = to + 2 + boundary.length() + 2;
        }
        return parts;
    }

    private static Part part(String text, byte[] body, int from) {
        int end = text.indexOf("\r\n\r\n");
        String head = text.substring(0, end);
        return new Part(find(NAME, head).orElse(""), find(FILE, head),
                Arrays.copyOfRange(body, from + end + 4, from + text.length()));
    }

    private static Optional<String> find(Pattern pattern, String head) {
        Matcher found = pattern.matcher(head);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
