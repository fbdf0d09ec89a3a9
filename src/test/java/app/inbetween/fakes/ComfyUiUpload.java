package app.inbetween.fakes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A picture as it comes to {@code /upload/image}. */
record ComfyUiUpload(String fileName, String folder, String type, boolean overwrite, byte[] bytes) {

    private static final Pattern BOUNDARY = Pattern.compile("multipart/form-data; ?boundary=\"?([^\"]+)\"?");
    private static final Pattern PART = Pattern.compile("name=\"(\\w+)\"(?:; filename=\"([^\"]+)\")?");

    /** Empty where there is no form, or no file in it. */
    static Optional<ComfyUiUpload> of(String contentType, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.matches()) {
            return Optional.empty();
        }
        Map<String, String> fields = new HashMap<>();
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String mark = "--" + boundary.group(1);
        String name = null;
        byte[] bytes = null;
        for (int at = text.indexOf(mark), next; (next = text.indexOf("\r\n" + mark, at)) >= 0; at = next + 2) {
            int head = text.indexOf("\r\n\r\n", at);
            Matcher part = PART.matcher(text.substring(at, head));
            if (part.find() && part.group(2) != null && part.group(1).equals("image")) {
                name = part.group(2);
                bytes = Arrays.copyOfRange(body, head + 4, next);
            } else if (part.find(0)) {
                fields.put(part.group(1), text.substring(head + 4, next));
            }
        }
        return name == null ? Optional.empty()
                : Optional
                        .of(new ComfyUiUpload(name, fields.getOrDefault("subfolder", ""), fields.getOrDefault("type", "input"),
                                fields.getOrDefault("overwrite", "").matches("true|1"), bytes));
    }

    String path(String as) {
        return folder.isEmpty() ? as : folder + "/" + as;
    }
}
