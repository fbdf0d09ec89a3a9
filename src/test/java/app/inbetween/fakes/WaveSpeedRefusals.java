package app.inbetween.fakes;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** How WaveSpeed says no. */
final class WaveSpeedRefusals {

    private static final int PAUSE_SECONDS = 7;

    private WaveSpeedRefusals() {
    }

    /** What makes no task. */
    static void refuse(Trouble trouble) {
        Reply reply = switch (trouble) {
            case RATE_LIMITED -> error(429, "too many requests").with("Retry-After", String.valueOf(PAUSE_SECONDS));
            case RATE_LIMITED_UNTIL -> error(429, "too many requests").with("Retry-After", DateTimeFormatter.RFC_1123_DATE_TIME
                    .format(Instant.now().plusSeconds(PAUSE_SECONDS).atOffset(ZoneOffset.UTC)));
            case UNAUTHORISED -> error(401, "invalid api key " + FakeWaveSpeed.KEY);
            case NO_BALANCE -> error(402, "insufficient credits, please top up");
            case INPUT_REFUSED -> error(400, "duration is invalid");
            case MEDIA_REFUSED -> Reply.json(400, Map.of("code", 1402, "message", "media cannot be fetched"));
            // The envelope may say no where HTTP says yes.
            case POLICY_REFUSED -> Reply.json(200, Map.of("code", 1200, "message", "content moderation"));
            default -> null;
        };
        if (reply != null) {
            throw new Refusal(reply);
        }
    }

    /** Of a proxy before the provider, which knows no JSON. */
    static Reply badGateway() {
        return new Reply(502, Map.of("Content-Type", "text/html"),
                "<html><h1>502 Bad Gateway</h1></html>".getBytes(StandardCharsets.UTF_8));
    }

    static Reply error(int status, String message) {
        return Reply.json(status, Map.of("code", status, "message", message));
    }
}
