package app.inbetween.fakes;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What Kolbo offers, and what is left to pay for it. */
final class FakeKolboShop {

    /** One that names everything, and one that leaves out what it may. */
    private static final String MODELS = """
            [{"identifier":"wan/flf2v-14b","name":"Wan first and last","provider":"Wan","types":["firstlastgenerations"],
              "credit":10,"supported_aspect_ratios":["16:9","9:16","1:1"],"supported_durations":[5,10],
              "supported_resolutions":["720p"],"resolution_multipliers":{},"sound_credit_multiplier":1,
              "min_output_duration":null,"max_output_duration":null,"max_reference_images":2,"recommended":true,
              "new_model":false,"estimated_duration_seconds":90},
             {"identifier":"kling/v2.5_Pro","name":"Kling Pro","provider":"Kling","types":["firstlastgenerations"],
              "credit":12.5,"supported_aspect_ratios":["16:9","4:3"],"supported_durations":null,
              "supported_resolutions":["720p","1080p"],"resolution_multipliers":{"1080p":2},"sound_credit_multiplier":1.5,
              "min_output_duration":3,"max_output_duration":6,"max_reference_images":2,"recommended":false,
              "new_model":true,"estimated_duration_seconds":150}]""";

    private volatile JsonNode models;
    private volatile CountDownLatch stall = new CountDownLatch(0);
    private double credits = 1_000_000;

    FakeKolboShop() {
        offer(MODELS);
    }

    void offer(String list) {
        try {
            models = new ObjectMapper().readTree(list);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    void stall(boolean stalled) {
        stall.countDown();
        stall = new CountDownLatch(stalled ? 1 : 0);
    }

    void waitWhileStalled() {
        try {
            stall.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new Hangup();
        }
    }

    JsonNode models() {
        return models;
    }

    JsonNode model(String identifier) {
        for (JsonNode model : models) {
            if (model.path("identifier").asText().equals(identifier)) {
                return model;
            }
        }
        throw FakeKolboRefusals.refusal(400, "MODEL_NOT_FOUND", "There is no model " + identifier);
    }

    synchronized double credits() {
        return credits;
    }

    synchronized void grant(double balance) {
        credits = balance;
    }

    /** @return what was taken */
    synchronized double charge(JsonNode model, FakeKolboInput input) {
        double price = price(model, input);
        if (credits < price) {
            throw FakeKolboRefusals.refusal(400, "INSUFFICIENT_CREDITS", "Not enough credits");
        }
        credits -= price;
        return price;
    }

    private static double price(JsonNode model, FakeKolboInput input) {
        double resolution = model.path("resolution_multipliers").path(input.fields().path("resolution").asText()).asDouble(1);
        boolean sound = input.fields().path("sound_enabled").asText("false").equals("true");
        return model.path("credit").asDouble() * input.duration() * resolution
                * (sound ? model.path("sound_credit_multiplier").asDouble(1) : 1);
    }
}
