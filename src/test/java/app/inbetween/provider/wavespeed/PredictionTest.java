package app.inbetween.provider.wavespeed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.RemoteStatus;

class PredictionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "\"failed\",\"code\":1200 | CONTENT_POLICY | NOT_BILLED",
            "\"failed\",\"code\":1400 | INPUT_INVALID | NOT_BILLED",
            "\"failed\",\"code\":1401 | INPUT_INVALID | NOT_BILLED",
            "\"failed\",\"code\":1402 | INPUT_MEDIA_UNREADABLE | NOT_BILLED",
            "\"failed\",\"code\":\"1403\" | PROVIDER_FAILED | NOT_BILLED",
            "\"failed\",\"code\":1405 | PROVIDER_FAILED | NOT_BILLED",
            "\"failed\",\"code\":1999 | INPUT_INVALID | NOT_BILLED",
            "\"failed\",\"code\":5000 | PROVIDER_TRANSIENT | NOT_BILLED",
            "\"failed\",\"code\":5003 | PROVIDER_TRANSIENT | NOT_BILLED",
            "\"failed\",\"code\":5004 | TIMEOUT | NOT_BILLED",
            "\"failed\" | PROVIDER_FAILED | NOT_BILLED",
            "\"failed\",\"has_nsfw_contents\":[true] | CONTENT_POLICY | NOT_BILLED",
            "\"timeout\" | TIMEOUT | NOT_BILLED",
            "\"deleted\" | LOST | UNKNOWN",
            "\"completed\",\"outputs\":[] | PROVIDER_FAILED | UNKNOWN",
            "\"completed\",\"outputs\":[],\"has_nsfw_contents\":[true] | CONTENT_POLICY | UNKNOWN" })
    void anEndWithoutAFilmSaysWhyAndWhoPays(String status, Reason reason, Billing billing) {
        RemoteStatus.Failed failed = (RemoteStatus.Failed) prediction("{\"id\":\"p1\",\"status\":" + status + "}").status();

        assertThat(failed.failure().reason()).isEqualTo(reason);
        assertThat(failed.failure().billing()).isEqualTo(billing);
        assertThat(failed.failure().detail()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "[\"https://cdn.wavespeed.ai/1.mp4\"]",
            "[{\"url\":\"https://cdn.wavespeed.ai/1.mp4\"}]",
            "[{\"type\":\"thumbnail\"},\"https://cdn.wavespeed.ai/1.mp4\"]" })
    void theFilmIsAnAddressOrAnObjectWithOne(String outputs) {
        RemoteStatus status = prediction("{\"status\":\"completed\",\"outputs\":" + outputs + "}").status();

        assertThat(status).isEqualTo(new RemoteStatus.Succeeded("https://cdn.wavespeed.ai/1.mp4", Optional.empty()));
    }

    @Test
    void aFilmThatWasFlaggedIsAFilmAllTheSame() {
        RemoteStatus status = prediction(
                "{\"status\":\"completed\",\"outputs\":[\"https://cdn.wavespeed.ai/1.mp4\"],\"has_nsfw_contents\":[true]}")
                .status();

        assertThat(status).isInstanceOf(RemoteStatus.Succeeded.class);
    }

    @Test
    void whatIsUnderWayIsSaidAsItIs() {
        assertThat(prediction("{\"status\":\"created\"}").status()).isEqualTo(new RemoteStatus.Waiting());
        assertThat(prediction("{\"status\":\"processing\"}").status()).isEqualTo(new RemoteStatus.Running(Optional.empty()));
        assertThat(prediction("{\"status\":\"brewing\"}").status()).isEqualTo(new RemoteStatus.Running(Optional.empty()));
        assertThat(prediction("{\"status\":\"cancelled\"}").status())
                .isEqualTo(new RemoteStatus.Cancelled(Billing.NOT_BILLED));
    }

    @Test
    void timesMayHaveNanoseconds() {
        assertThat(prediction("{\"created_at\":\"2025-09-25T09:12:48.239112031Z\"}").created())
                .contains(Instant.parse("2025-09-25T09:12:48.239112031Z"));
        assertThat(prediction("{\"created_at\":\"yesterday\"}").created()).isEmpty();
        assertThat(prediction("{}").created()).isEmpty();
    }

    private static Prediction prediction(String json) {
        try {
            return new Prediction(new ObjectMapper().readTree(json));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
