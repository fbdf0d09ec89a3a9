package app.inbetween.provider.wavespeed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.wire.Answer;

class MeaningTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "400 | {\"code\":400,\"message\":\"duration is invalid\"} | INPUT_INVALID",
            "400 | {\"code\":400,\"message\":\"Insufficient balance\"} | PROVIDER_BALANCE",
            "403 | {\"code\":403,\"message\":\"Please top-up your account\"} | PROVIDER_BALANCE",
            "403 | {\"code\":403,\"message\":\"not enough CREDITS\"} | PROVIDER_BALANCE",
            "400 | {\"code\":400,\"message\":\"request rejected\",\"error_code\":\"INSUFFICIENT_BALANCE\"} | PROVIDER_BALANCE",
            "400 | {\"code\":400,\"message\":\"request rejected\",\"error_code\":\"BAD_SIZE\"} | INPUT_INVALID",
            "403 | {\"error_code\":\"INSUFFICIENT_BALANCE\"} | PROVIDER_BALANCE",
            "403 | {\"code\":403,\"message\":\"role may not submit\"} | PROVIDER_AUTH",
            "401 | {\"code\":401,\"message\":\"no credit for you\"} | PROVIDER_AUTH",
            "402 | {} | PROVIDER_BALANCE",
            "404 | {\"code\":404,\"message\":\"model not found\"} | INPUT_INVALID",
            "400 | {\"code\":1402,\"message\":\"media\"} | INPUT_MEDIA_UNREADABLE",
            "200 | {\"code\":1200,\"message\":\"moderation\"} | CONTENT_POLICY",
            "200 | {\"code\":401,\"message\":\"unauthorised\"} | PROVIDER_AUTH",
            "503 | {\"code\":503} | PROVIDER_TRANSIENT",
            "429 | {\"code\":429} | RATE_LIMITED" })
    void refusalsAreReadFromCodeAndWords(int status, String body, Reason reason) {
        Answer answer = new Answer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));

        assertThat(Meaning.of(status, Envelope.of(answer).orElseThrow())).isEqualTo(reason);
    }
}
