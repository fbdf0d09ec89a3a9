package app.inbetween.fakes;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Hands out finished films at addresses of their own, with the trouble their task has. */
final class FilmDoor {

    private final Set<String> expired = ConcurrentHashMap.newKeySet();

    /** @param address at which it was asked for: one that has expired once stays so */
    Reply open(FakeTask task, String address, Supplier<byte[]> film) {
        boolean first = task.fetch() == 1;
        if (task.suffers(Trouble.FILM_GONE)) {
            return Reply.text(404, "There is no such object");
        }
        if (task.suffers(Trouble.FILM_IS_HTML)) {
            return Reply.bytes("text/html", "<html><body>Come back later</body></html>".getBytes());
        }
        if (first && task.suffers(Trouble.FILM_EXPIRED)) {
            expired.add(address);
        }
        if (expired.contains(address)) {
            return Reply.text(403, "The address has expired");
        }
        byte[] whole = film.get();
        return Reply.bytes("video/mp4",
                first && task.suffers(Trouble.FILM_TRUNCATED) ? Arrays.copyOf(whole, whole.length / 2) : whole);
    }
}
