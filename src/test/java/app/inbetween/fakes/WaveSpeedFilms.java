package app.inbetween.fakes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Hands out finished films at addresses that may expire; whoever asks for the state again is told a fresh one. */
final class WaveSpeedFilms {

    private final FakeWaveSpeed fake;
    private final Set<String> expired = ConcurrentHashMap.newKeySet();

    WaveSpeedFilms(FakeWaveSpeed fake) {
        this.fake = fake;
    }

    String address(FakeTask task) {
        return fake.origin() + "/films/" + task.id() + ".mp4?v=" + (expired.contains(task.id()) ? 2 : 1);
    }

    Reply open(Request request) {
        FakeTask task = fake.task(request.path().replaceFirst("/films/([0-9a-f]+)\\.mp4", "$1")).filter(fake::isDone)
                .filter(it -> !it.suffers(Trouble.FILM_GONE)).orElseThrow(() -> new Refusal(Reply.text(404, "not found")));
        if (task.suffersOnce(Trouble.FILM_EXPIRED) || isExpired(task, request)) {
            expired.add(task.id());
            throw new Refusal(Reply.text(403, "<Error><Code>AccessDenied</Code></Error>"));
        }
        if (task.suffers(Trouble.FILM_IS_HTML)) {
            return Reply.bytes("text/html", "<!doctype html><p>Hello</p>".getBytes(StandardCharsets.UTF_8));
        }
        byte[] film = fake.film(task);
        return Reply.bytes("video/mp4",
                task.suffersOnce(Trouble.FILM_TRUNCATED) ? Arrays.copyOf(film, film.length / 2) : film);
    }

    private boolean isExpired(FakeTask task, Request request) {
        return expired.contains(task.id()) && "1".equals(request.query().get("v"));
    }
}
