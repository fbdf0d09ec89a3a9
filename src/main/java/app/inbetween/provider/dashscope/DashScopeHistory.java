package app.inbetween.provider.dashscope;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import app.inbetween.provider.OtherClips;
import app.inbetween.provider.Reconciliation;
import app.inbetween.provider.Turn;
import app.inbetween.provider.VideoRequest;
import app.inbetween.provider.wire.Answer;

/**
 * Looks for a task in the list of the last day. The list tells models and times, and a task that succeeded tells its words;
 * neither frames nor seed are told, and the list has what other programs asked for with the same account. So a task is ours
 * only where no other one can be: one alone has our words, and none in question keeps its words to itself. Nobody says how late
 * a task may appear in the list, so that a list without ours proves nothing.
 */
final class DashScopeHistory {

    /** As far as clocks may differ. */
    private static final Duration BEFORE = Duration.ofMinutes(2);
    /** Longer than any request is on its way. */
    private static final Duration AFTER = Duration.ofMinutes(15);
    private static final int MOST_PAGES = 50;
    /** Half of the questions it answers in a second. */
    private static final int MOST_TASKS = 10;

    private final DashScopeClient client;
    private final OtherClips others;

    DashScopeHistory(DashScopeClient client, OtherClips others) {
        this.client = client;
        this.others = others;
    }

    /** How much a task is like what we asked for. */
    private enum Likeness {
        SAME,
        UNTOLD,
        DIFFERENT
    }

    /** @param model its id there */
    Reconciliation find(VideoRequest request, String model, Turn turn) {
        if (request.prompt().isBlank() || request.sentAt().isEmpty()) {
            return unclear("A clip without words cannot be told from others in DashScope's list");
        }
        Optional<Set<String>> candidates = candidates(request, model, turn);
        if (candidates.isEmpty()) {
            return unclear("DashScope's list of tasks makes no sense, or changes while it is read");
        }
        return candidates.get().size() > MOST_TASKS ? unclear("Too many of DashScope's tasks may be ours")
                : choose(request, candidates.get(), turn);
    }

    private Reconciliation choose(VideoRequest request, Set<String> candidates, Turn turn) {
        List<String> ours = new ArrayList<>();
        int untold = 0;
        for (String id : candidates) {
            turn.await();
            Likeness likeness = likeness(client.task(id), request);
            untold += likeness == Likeness.UNTOLD ? 1 : 0;
            if (likeness == Likeness.SAME) {
                ours.add(id);
            }
        }
        if (untold > 0 || ours.size() != 1) {
            return unclear(ours.size() + " of DashScope's tasks are like ours, and " + untold + " may be");
        }
        return others.hasTwin(request) ? unclear("Another clip with the same words is of unknown fate, too")
                : new Reconciliation.Found(ours.get(0));
    }

    /** Empty where the list cannot be read whole. */
    private Optional<Set<String>> candidates(VideoRequest request, String model, Turn turn) {
        Set<String> seen = new HashSet<>();
        Set<String> candidates = new LinkedHashSet<>();
        for (int page = 1; page <= MOST_PAGES; page++) {
            if (page > 1) {
                turn.await();
            }
            Optional<JsonNode> list = list(client.tasks(model, page));
            if (list.isEmpty()) {
                return Optional.empty();
            }
            for (JsonNode task : list.get().path("data")) {
                String id = task.path("task_id").asText();
                if (seen.add(id) && mayBeOurs(task, request, model) && !others.own(request, id)) {
                    candidates.add(id);
                }
            }
            if (page >= list.get().path("total_page").asInt()) {
                return Optional.of(candidates).filter(it -> seen.size() >= list.get().path("total").asInt());
            }
        }
        return Optional.empty();
    }

    private static Optional<JsonNode> list(Answer answer) {
        return answer.json().filter(body -> answer.isSuccess() && body.path("data").isArray()
                && body.path("total").isInt() && body.path("total_page").isInt());
    }

    private static boolean mayBeOurs(JsonNode task, VideoRequest request, String model) {
        JsonNode created = task.path("gmt_create");
        Instant sent = request.sentAt().orElseThrow();
        boolean inTime = !created.isIntegralNumber()
                || !Instant.ofEpochMilli(created.asLong()).isBefore(sent.minus(BEFORE))
                        && !Instant.ofEpochMilli(created.asLong()).isAfter(sent.plus(AFTER));
        return inTime && task.path("model_name").asText(model).equals(model);
    }

    private static Likeness likeness(Answer answer, VideoRequest request) {
        Optional<JsonNode> body = answer.json().filter(it -> answer.isSuccess());
        Optional<String> words = body.map(it -> it.at("/output/orig_prompt")).filter(JsonNode::isTextual)
                .map(it -> it.asText().strip());
        if (words.isEmpty()) {
            return Likeness.UNTOLD;
        }
        if (!words.get().equals(request.prompt().strip())) {
            return Likeness.DIFFERENT;
        }
        // Of the same words at another size or length it is not worth deciding whose they are.
        return agrees(body.get().path("usage"), request) ? Likeness.SAME : Likeness.UNTOLD;
    }

    private static boolean agrees(JsonNode usage, VideoRequest request) {
        String lines = request.resolution().replaceAll("\\D", "");
        return usage.path("SR").asText(lines).equals(lines)
                && DashScopeTask.billed(usage).orElse(request.duration()).equals(request.duration());
    }

    private static Reconciliation unclear(String reason) {
        return new Reconciliation.Unclear(reason);
    }
}
