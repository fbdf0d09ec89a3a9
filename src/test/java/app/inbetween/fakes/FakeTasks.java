package app.inbetween.fakes;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The jobs a fake has taken on: how long they take, and which of them wait for room. */
final class FakeTasks {

    /** What nobody asks after is through after so long. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(1);

    private final FakeLimits limits;
    private final Map<String, FakeTask> tasks = Collections.synchronizedMap(new LinkedHashMap<>());
    private final AtomicInteger made = new AtomicInteger();
    private volatile Duration takes = Duration.ZERO;
    private volatile boolean held;

    FakeTasks(FakeLimits limits) {
        this.limits = limits;
    }

    /** In the order they were made. */
    List<FakeTask> all() {
        synchronized (tasks) {
            return List.copyOf(tasks.values());
        }
    }

    Optional<FakeTask> find(String id) {
        return Optional.ofNullable(tasks.get(id));
    }

    int made() {
        return made.get();
    }

    void takes(Duration time) {
        takes = time;
    }

    void hold() {
        held = true;
    }

    FakeTask add(FakeTask task) {
        if (limits.isFull(running(all()))) {
            limits.overrun("a task more than may run");
        }
        tasks.put(task.id(), task);
        made.incrementAndGet();
        return task;
    }

    void forget(FakeTask task) {
        tasks.remove(task.id());
    }

    void clear() {
        tasks.clear();
        made.set(0);
        held = false;
        takes = Duration.ZERO;
    }

    /** How many of them are under way, whoever asks after them. */
    long running(List<FakeTask> some) {
        return some.stream().filter(task -> !task.isCancelled() && !isSeenThrough(task)).filter(
                task -> held || Instant.now().isBefore(task.created().plus(takes).plus(FORGOTTEN))).count();
    }

    /** Whether those before it have taken all the room. */
    boolean waits(FakeTask task) {
        List<FakeTask> all = all();
        return limits.isFull(running(all.subList(0, Math.max(0, all.indexOf(task)))));
    }

    /** Whether the task is through; it is first seen waiting, then running, and only then done. */
    boolean isDone(FakeTask task) {
        return isSeenThrough(task) && !waits(task);
    }

    private boolean isSeenThrough(FakeTask task) {
        return task.isCompleted() || !held && task.asked() > 2 && !Instant.now().isBefore(task.created().plus(takes));
    }
}
