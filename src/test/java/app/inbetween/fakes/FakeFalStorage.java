package app.inbetween.fakes;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;

/** Where fal keeps frames and films: for a frame a ticket with the key, then the bytes without it. */
final class FakeFalStorage {

    private final FakeFal fal;
    private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();

    private record Ticket(String file, String type) {
    }

    FakeFalStorage(FakeFal fal) {
        this.fal = fal;
    }

    Reply initiate(Request request) {
        JsonNode wish = request.json();
        if (!request.query().getOrDefault("storage_type", "").equals("fal-cdn-v3") || !wish.path("file_name").isTextual()
                || !wish.path("content_type").isTextual()) {
            return Reply.json(422, Map.of("detail", "file_name, content_type and storage_type=fal-cdn-v3 are needed"));
        }
        String id = UUID.randomUUID().toString();
        String name = id + "-" + wish.path("file_name").asText().replaceAll("[^A-Za-z0-9._-]", "_");
        tickets.put(id, new Ticket(name, wish.path("content_type").asText()));
        URI place = fal.origin().resolve("/upload/" + id + "?signature=" + UUID.randomUUID());
        return Reply.json(200, Map.of("upload_url", place, "file_url", fal.origin().resolve("/files/" + name)));
    }

    Reply put(Request request) {
        Ticket ticket = Optional.ofNullable(tickets.get(request.path().substring("/upload/".length())))
                .orElseThrow(() -> new Refusal(Reply.text(403, "Expired")));
        if (!request.header("authorization").isEmpty()) {
            return Reply.text(400, "Only one way to prove who you are is allowed");
        }
        if (!request.header("content-type").equals(ticket.type) || !request.query().containsKey("signature")) {
            return Reply.text(403, "The signature does not match");
        }
        if (fal.failsUpload()) {
            return Reply.text(502, "Bad gateway");
        }
        fal.keep(ticket.file, request.body());
        return Reply.text(200, "");
    }

    /** A frame as it came, or a film. */
    Reply get(String name) {
        Optional<FakeTask> task = name.startsWith("film-") ? fal.task(name.substring(5).replace(".mp4", "")) : Optional.empty();
        if (task.isEmpty()) {
            return fal.keptNamed(name).map(bytes -> Reply.bytes("application/octet-stream", bytes))
                    .orElseGet(() -> Reply.json(404, Map.of("detail", "File not found")));
        }
        if (task.get().suffers(Trouble.FILM_GONE)) {
            return Reply.json(404, Map.of("detail", "File not found"));
        }
        if (task.get().suffers(Trouble.FILM_EXPIRED)) {
            return Reply.text(403, "Forbidden");
        }
        if (task.get().suffers(Trouble.FILM_IS_HTML)) {
            return Reply.bytes("text/html", "<html>Nothing to see</html>".getBytes(StandardCharsets.UTF_8));
        }
        byte[] film = fal.film(task.get());
        return Reply.bytes("video/mp4", task.get().suffersOnce(Trouble.FILM_TRUNCATED) ? Arrays.copyOf(film, film.length / 2)
                : film);
    }
}
