package app.inbetween.fakes;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** DashScope's list of tasks, newest first: models, times and states of a day at most, and nothing of what was asked for. */
final class FakeDashScopeList {

    private static final Duration DAY = Duration.ofDays(1);
    /** It reads and writes the time of its region, and does not say which one that is. */
    private static final DateTimeFormatter TIMES = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int USUAL_PAGE = 10;

    private final List<FakeTask> tasks;
    private final Function<FakeTask, String> states;

    FakeDashScopeList(List<FakeTask> tasks, Function<FakeTask, String> states) {
        this.tasks = tasks;
        this.states = states;
    }

    Map<String, Object> asked(Map<String, String> query) {
        List<FakeTask> found = found(query);
        int number = positive(query, "page_no", 1);
        int size = positive(query, "page_size", USUAL_PAGE);
        List<Map<String, Object>> page = found.stream().skip((number - 1L) * size).limit(size).map(this::described).toList();
        return Map.of("data", page, "total", found.size(), "total_page", (found.size() + size - 1) / size, "page_no", number,
                "page_size", size);
    }

    private List<FakeTask> found(Map<String, String> query) {
        Optional<Instant> start = time(query, "start_time");
        Optional<Instant> end = time(query, "end_time");
        Instant until = end.orElseGet(() -> start.map(it -> it.plus(DAY)).orElseGet(Instant::now));
        Instant since = start.orElseGet(() -> until.minus(DAY));
        if (Duration.between(since, until).compareTo(DAY) > 0) {
            throw FakeDashScope.refusal(400, "InvalidParameter", "The time range must not exceed 24 hours.");
        }
        return tasks.stream().filter(task -> !task.created().isBefore(since) && !task.created().isAfter(until))
                .filter(task -> query.getOrDefault("task_id", task.id()).equals(task.id()))
                .filter(task -> query.getOrDefault("model_name", task.model()).equals(task.model()))
                .filter(task -> query.getOrDefault("status", states.apply(task)).equals(states.apply(task)))
                .sorted(Comparator.comparing(FakeTask::created).reversed()).toList();
    }

    private Map<String, Object> described(FakeTask task) {
        String state = states.apply(task);
        String service = task.model().contains("kf2v") ? "image2video" : "video-generation";
        Map<String, Object> entry = new LinkedHashMap<>(Map.of("api_key_id", "15", "caller_parent_id", "2", "caller_uid", "3",
                "gmt_create", task.created().toEpochMilli(), "model_name", task.model(), "region", "ap-southeast-1",
                "request_id", "r-" + task.id(), "status", state, "task_id", task.id(), "user_api_unique_key",
                "apikey:v1:aigc:" + service + ":video-synthesis:" + task.model()));
        if (!state.equals("PENDING")) {
            entry.put("start_time", task.created().toEpochMilli());
        }
        return entry;
    }

    private static Optional<Instant> time(Map<String, String> query, String name) {
        try {
            return Optional.ofNullable(query.get(name)).map(it -> LocalDateTime.parse(it, TIMES).atZone(ZONE).toInstant());
        } catch (DateTimeParseException e) {
            throw FakeDashScope.refusal(400, "InvalidParameter", name + " must be YYYYMMDDhhmmss");
        }
    }

    private static int positive(Map<String, String> query, String name, int usual) {
        String value = query.getOrDefault(name, String.valueOf(usual));
        if (!value.matches("[1-9]\\d{0,8}")) {
            throw FakeDashScope.refusal(400, "InvalidParameter", name + " must be a positive integer");
        }
        return Integer.parseInt(value);
    }
}
