package app.inbetween.fakes;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The trouble that was announced, in order, and the trouble people without a script ask for in the prompt. */
final class TroubleScript {

    /** Answers without room before there is some. */
    private static final int LIMITED = 2;
    private static final Pattern WISH = Pattern.compile("#trouble ([a-z0-9-]+)");

    private final Deque<Trouble> announced = new ArrayDeque<>();
    private final Map<String, Integer> turnedAway = new HashMap<>();
    private final AtomicReference<Standstill> standstill = new AtomicReference<>();

    synchronized void announce(Trouble trouble) {
        announced.add(trouble);
    }

    /** The next upload is not answered before it is let go on. */
    Standstill standsStill() {
        Standstill still = new Standstill();
        standstill.set(still);
        return still;
    }

    synchronized void clear() {
        announced.clear();
    }

    /** What the next submission has to suffer; by script, or because its prompt asks for it. */
    synchronized Optional<Trouble> next(String prompt) {
        return Optional.ofNullable(announced.poll()).or(() -> wish(prompt).filter(wish -> !isOver(wish, prompt)));
    }

    /** What is announced for uploads, once. */
    boolean failsUpload() {
        Optional.ofNullable(standstill.getAndSet(null)).ifPresent(Standstill::stand);
        synchronized (this) {
            return announced.peek() == Trouble.UPLOAD_502 && announced.poll() != null;
        }
    }

    private static Optional<Trouble> wish(String prompt) {
        Matcher wish = WISH.matcher(prompt == null ? "" : prompt);
        return wish.find() ? named(wish.group(1)) : Optional.empty();
    }

    private static Optional<Trouble> named(String words) {
        String name = words.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(Trouble.values()).filter(it -> it.name().equals(name)).findFirst();
    }

    /** Who asks for a limit in words meets it twice, and then there is room, as there would be; the next clip meets it anew. */
    private boolean isOver(Trouble wish, String prompt) {
        boolean over = wish.name().startsWith("RATE_LIMITED") && turnedAway.merge(prompt, 1, Integer::sum) > LIMITED;
        if (over) {
            turnedAway.remove(prompt);
        }
        return over;
    }
}
