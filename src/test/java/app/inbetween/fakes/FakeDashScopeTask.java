package app.inbetween.fakes;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What DashScope says of a task. */
final class FakeDashScopeTask {

    /** It tells the time of its region, and not which one that is. */
    private static final DateTimeFormatter TIMES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS")
            .withZone(ZoneId.of("Asia/Shanghai"));
    private static final Map<Trouble, String> CODES = Map.of(Trouble.RUN_POLICY, "DataInspectionFailed", Trouble.RUN_MEDIA,
            "InvalidParameter.DataInspection", Trouble.RUN_FAILED, "VideoSynthesisFailed", Trouble.RUN_TRANSIENT,
            "InternalError.Algo", Trouble.RUN_TIMED_OUT, "RequestTimeOut");

    private FakeDashScopeTask() {
    }

    static String state(FakeTask task, boolean done) {
        if (task.isCancelled()) {
            return "CANCELED";
        }
        if (!done) {
            return task.asked() <= 1 ? "PENDING" : "RUNNING";
        }
        return task.suffers(Trouble.RUN_CANCELLED) ? "CANCELED" : code(task).isPresent() ? "FAILED" : "SUCCEEDED";
    }

    static Map<String, Object> described(FakeTask task, boolean done, URI origin) {
        String state = state(task, done);
        Map<String, Object> output = new LinkedHashMap<>(Map.of("task_id", task.id(), "task_status", state, "submit_time",
                TIMES.format(task.created())));
        if (state.equals("FAILED")) {
            output.put("code", code(task).orElseThrow());
            output.put("message", "The task failed");
        }
        if (!state.equals("SUCCEEDED")) {
            return Map.of("output", output);
        }
        finish(task, output, origin);
        return Map.of("output", output, "usage", usage(task));
    }

    private static Optional<String> code(FakeTask task) {
        return CODES.entrySet().stream().filter(it -> task.suffers(it.getKey())).map(Map.Entry::getValue).findFirst();
    }

    private static void finish(FakeTask task, Map<String, Object> output, URI origin) {
        output.put("scheduled_time", TIMES.format(task.created()));
        output.put("end_time", TIMES.format(Instant.now()));
        output.put("video_url", origin + "/films/" + task.id() + "/" + task.asked() + ".mp4?Expires=1767344529&Signature=s");
        FakeDashScopeInput input = input(task);
        output.put("orig_prompt", input.prompt());
        if (input.rewrites()) {
            output.put("actual_prompt", "In great detail: " + input.prompt());
        }
    }

    private static Map<String, Object> usage(FakeTask task) {
        FakeDashScopeInput input = input(task);
        boolean first = task.model().contains("2.1");
        return Map.of("video_count", 1, input.isKeyFrames() ? "video_duration" : "duration", input.duration(),
                first ? "video_ratio" : "SR", first ? "standard" : Integer.parseInt(input.resolution().replace("P", "")));
    }

    private static FakeDashScopeInput input(FakeTask task) {
        return new FakeDashScopeInput(task.input(), task.model().contains("kf2v") ? "image2video" : "video-generation");
    }
}
