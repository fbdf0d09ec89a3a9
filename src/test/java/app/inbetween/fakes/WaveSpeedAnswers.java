package app.inbetween.fakes;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the fake tells, in WaveSpeed's words. */
final class WaveSpeedAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_PER_PAGE = 100;
    /** By the pieces of a second that some answers have. */
    private static final int NANOS = 31;

    private final FakeWaveSpeed fake;
    private final WaveSpeedFilms films;

    WaveSpeedAnswers(FakeWaveSpeed fake, WaveSpeedFilms films) {
        this.fake = fake;
        this.films = films;
    }

    Reply success(Object data) {
        ObjectNode envelope = JSON.createObjectNode().put("code", 200).put("message", "success");
        envelope.set("data", JSON.valueToTree(data));
        return Reply.json(200, envelope);
    }

    ObjectNode prediction(FakeTask task) {
        String status = status(task);
        boolean completed = status.equals("completed");
        ObjectNode json = JSON.createObjectNode().put("id", task.id()).put("model", task.model()).put("status", status);
        json.set("outputs", JSON.valueToTree(completed ? List.of(films.address(task)) : List.of()));
        json.putObject("urls").put("get", fake.origin() + "/api/v3/predictions/" + task.id() + "/result");
        json.set("has_nsfw_contents", JSON.valueToTree(completed ? List.of(false) : List.of()));
        json.put("created_at", task.created().plusNanos(NANOS).toString()).put("error", "");
        json.putObject("timings").put("inference", completed ? 61120 : 0);
        if (completed) {
            json.put("executionTime", 61342);
        }
        failure(task).filter(it -> fake.isDone(task)).ifPresent(it -> json.put("code", it.code()).put("error", it.words()));
        return json;
    }

    private record Failure(String status, int code, String words) {
    }

    private static Optional<Failure> failure(FakeTask task) {
        for (Map.Entry<Trouble, Failure> entry : Map.of(
                Trouble.RUN_POLICY, new Failure("failed", 1200, "Content moderation refused the input"),
                Trouble.RUN_MEDIA, new Failure("failed", 1402, "The media URL is not reachable"),
                Trouble.RUN_FAILED, new Failure("failed", 1403, "Task execution failed"),
                Trouble.RUN_TRANSIENT, new Failure("failed", 5000, "Internal error"),
                Trouble.RUN_TIMED_OUT, new Failure("timeout", 5004, "Timeout"),
                Trouble.RUN_CANCELLED, new Failure("cancelled", 0, "Cancelled")).entrySet()) {
            if (task.suffers(entry.getKey())) {
                return Optional.of(entry.getValue());
            }
        }
        return Optional.empty();
    }

    private String status(FakeTask task) {
        if (!fake.isDone(task)) {
            return task.asked() > 1 && !fake.waits(task) ? "processing" : "created";
        }
        return failure(task).map(Failure::status).orElse("completed");
    }

    /** @param told whether the items tell what they were asked for with */
    Reply history(JsonNode wish, boolean told) {
        int page = wish.path("page").asInt(1);
        int size = wish.path("page_size").asInt(MOST_PER_PAGE);
        if (page < 1 || size < 1 || size > MOST_PER_PAGE) {
            throw new Refusal(WaveSpeedRefusals.error(400, "page_size must be 1 to " + MOST_PER_PAGE));
        }
        List<FakeTask> newestFirst = new ArrayList<>(fake.tasks());
        Collections.reverse(newestFirst);
        List<ObjectNode> items = newestFirst.stream().filter(task -> isAskedFor(task, wish)).skip((page - 1L) * size)
                .limit(size).map(task -> item(task, told)).toList();
        return success(Map.of("page", page, "items", items));
    }

    private boolean isAskedFor(FakeTask task, JsonNode wish) {
        return !task.suffers(Trouble.RUN_LOST)
                && (!wish.has("model") || task.model().equals(wish.path("model").asText()))
                && (!wish.has("status") || status(task).equals(wish.path("status").asText()))
                && (!wish.has("created_after") || task.created().isAfter(Instant.parse(wish.path("created_after").asText())))
                && (!wish.has("created_before")
                        || task.created().isBefore(Instant.parse(wish.path("created_before").asText())));
    }

    private ObjectNode item(FakeTask task, boolean told) {
        ObjectNode item = prediction(task);
        if (told) {
            item.set("input", task.input());
        }
        return item;
    }

    Reply models() {
        return success(WaveSpeedModels.all().stream().map(model -> {
            ObjectNode json = JSON.createObjectNode().put("model_id", model.id()).put("name", model.id())
                    .put("description", "").put("type", "image-to-video").put("base_price", 0.3).put("formula", "0.3");
            ObjectNode schema = JSON.createObjectNode().put("type", "object");
            ObjectNode properties = schema.putObject("properties");
            properties.putObject(model.first()).put("type", "string");
            properties.putObject(model.last()).put("type", "string");
            List<String> required = new ArrayList<>(List.of(model.first(), model.last()));
            model.fields().forEach((name, field) -> {
                properties.putObject(name).put("type", field.type()).put("description", field.range());
                if (field.required()) {
                    required.add(name);
                }
            });
            schema.set("required", JSON.valueToTree(required));
            json.putObject("api_schema").putArray("api_schemas").addObject().set("request_schema", schema);
            return json;
        }).toList());
    }

    /** Only wan-flf2v's price is known for every length it has a price for; the others are asked at a flat one. */
    Reply price(JsonNode wish) {
        WaveSpeedModel model = WaveSpeedModels.find(wish.path("model_id").asText())
                .orElseThrow(() -> new Refusal(WaveSpeedRefusals.error(404, "model not found")));
        BigDecimal price = model.id().equals("wavespeed-ai/wan-flf2v") ? wanPrice(wish.path("inputs")) : new BigDecimal("0.3");
        return success(Map.of("model_id", model.id(), "price", price, "discounted_price", price, "discount_rate", 0,
                "currency", "USD"));
    }

    private static BigDecimal wanPrice(JsonNode inputs) {
        boolean fast = inputs.path("enable_fast_mode").asBoolean();
        boolean large = inputs.path("size").asText("832*480").contains("1280");
        BigDecimal five = new BigDecimal(large ? fast ? "0.25" : "0.40" : fast ? "0.15" : "0.30");
        return inputs.path("duration").asInt(5) > 5 ? five.multiply(new BigDecimal("1.5")) : five;
    }
}
