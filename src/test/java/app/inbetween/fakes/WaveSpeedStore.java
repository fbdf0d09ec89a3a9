package app.inbetween.fakes;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** The storage behind WaveSpeed's two ways to upload. */
final class WaveSpeedStore {

    private static final Pattern FILE_NAME = Pattern.compile("name=\"file\"; filename=\"([^\"]+)\"");

    private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();
    private volatile boolean renaming;

    /** @param path below the storage, unique */
    record Ticket(String path, String signature, long size, String type) {
    }

    record Upload(String name, byte[] bytes) {
    }

    /** From now on files keep nothing of their names but the ending. */
    void rename() {
        renaming = true;
    }

    Ticket issue(JsonNode wish) {
        String name = wish.path("filename").asText();
        if (name.isBlank() || name.contains("/") || !wish.path("size").isIntegralNumber()) {
            throw new Refusal(WaveSpeedRefusals.error(400, "filename and size are required"));
        }
        Ticket ticket = new Ticket(unique(name), UUID.randomUUID().toString(), wish.path("size").longValue(),
                wish.path("content_type").asText("application/octet-stream"));
        tickets.put(ticket.path(), ticket);
        return ticket;
    }

    /** What is put with a ticket, which is good once. */
    Upload put(String path, Request request) {
        Ticket ticket = tickets.get(path);
        if (ticket == null || !ticket.signature().equals(request.query().get("sig"))) {
            throw new Refusal(Reply.text(403, "<Error><Code>AccessDenied</Code></Error>"));
        }
        if (!request.header("Authorization").isEmpty()) {
            throw new Refusal(Reply.text(400, "<Error><Code>InvalidArgument</Code></Error>"));
        }
        if (!request.header("Content-Type").equals(ticket.type()) || request.body().length != ticket.size()) {
            throw new Refusal(Reply.text(403, "<Error><Code>SignatureDoesNotMatch</Code></Error>"));
        }
        tickets.remove(path);
        return new Upload(path, request.body());
    }

    /** The file of a form. */
    Upload form(Request request) {
        String type = request.header("Content-Type");
        String body = new String(request.body(), StandardCharsets.ISO_8859_1);
        Matcher name = FILE_NAME.matcher(body);
        if (!type.startsWith("multipart/form-data; boundary=") || !name.find()) {
            throw new Refusal(WaveSpeedRefusals.error(400, "form field \"file\" is required"));
        }
        int from = body.indexOf("\r\n\r\n", name.end()) + 4;
        int to = body.indexOf("\r\n--" + type.substring(type.indexOf("boundary=") + "boundary=".length()), from);
        return new Upload(unique(name.group(1)), body.substring(from, to).getBytes(StandardCharsets.ISO_8859_1));
    }

    private String unique(String name) {
        String random = UUID.randomUUID().toString().substring(0, 8);
        return random + (renaming ? name.substring(name.lastIndexOf('.')) : "/" + name);
    }
}
