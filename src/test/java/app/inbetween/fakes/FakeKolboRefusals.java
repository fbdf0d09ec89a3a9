package app.inbetween.fakes;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/** How Kolbo says no. */
final class FakeKolboRefusals {

    private FakeKolboRefusals() {
    }

    static Refusal refusal(int status, String code, String error) {
        return new Refusal(Reply.json(status, Map.of("success", false, "error", error, "code", code)));
    }

    /** The limiter stands before everything else and speaks differently. */
    static Refusal limited(String retryAfter) {
        return new Refusal(Reply.json(429, Map.of("status", false, "message", "Too many requests"))
                .with("Retry-After", retryAfter));
    }

    /** What makes no task. */
    static void refuse(Trouble trouble) {
        switch (trouble) {
            case UNAUTHORISED -> throw unauthorised();
            case NO_BALANCE -> throw refusal(400, "INSUFFICIENT_CREDITS", "Not enough credits");
            case INPUT_REFUSED -> throw refusal(400, "MISSING_FIELDS", "first_frame is required");
            case POLICY_REFUSED -> throw refusal(500, "GENERATION_ERROR", "Refused by the content policy of the model");
            case RATE_LIMITED -> throw limited("7");
            case RATE_LIMITED_UNTIL -> throw limited(DateTimeFormatter.RFC_1123_DATE_TIME
                    .format(Instant.now().plusSeconds(7).atZone(ZoneOffset.UTC)));
            default -> {
            }
        }
    }

    static Refusal unauthorised() {
        return refusal(401, "INVALID_API_KEY", "Invalid API key");
    }

    /** @param wait how long there is no room; empty where there is */
    static void refuseBeyond(Optional<Duration> wait) {
        wait.ifPresent(it -> {
            throw limited(Long.toString(it.toSeconds() + 1));
        });
    }
}
