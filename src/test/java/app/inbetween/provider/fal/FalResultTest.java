package app.inbetween.provider.fal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.RemoteStatus;
import app.inbetween.provider.wire.Answer;

class FalResultTest {

    private static final String COMPLETED = "{'status':'COMPLETED'}";
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    @ParameterizedTest
    @CsvSource({ "422,content_policy_violation,CONTENT_POLICY", "422,no_media_generated,PROVIDER_FAILED",
            "422,image_too_small,INPUT_INVALID", "422,greater_than_equal,INPUT_INVALID", "422,missing,INPUT_INVALID",
            "422,value_error.missing,INPUT_INVALID", "422,image_load_error,INPUT_MEDIA_UNREADABLE",
            "422,file_download_error,INPUT_MEDIA_UNREADABLE", "422,never_seen_before,INPUT_INVALID",
            "400,downstream_service_error,PROVIDER_FAILED", "500,downstream_service_unavailable,PROVIDER_TRANSIENT",
            "500,internal_server_error,PROVIDER_TRANSIENT", "504,generation_timeout,TIMEOUT" })
    void aListOfDetailsSaysWhy(int status, String type, Reason reason) {
        RemoteStatus ended = read(COMPLETED, status,
                "{'detail':[{'loc':['body','prompt'],'msg':'so it is','type':'" + type + "','input':'https://a/b?secret'}]}");

        assertThat(failure(ended).reason()).isEqualTo(reason);
        assertThat(failure(ended).billing()).isEqualTo(Billing.NOT_BILLED);
        assertThat(failure(ended).detail()).isEqualTo("HTTP " + status + " " + type + ": prompt: so it is");
    }

    @ParameterizedTest
    @CsvSource({ "503,runner_scheduling_failure,PROVIDER_TRANSIENT", "503,runner_disconnected,PROVIDER_TRANSIENT",
            "502,runner_incomplete_response,PROVIDER_TRANSIENT", "500,runner_server_error,PROVIDER_TRANSIENT",
            "500,internal_error,PROVIDER_TRANSIENT", "504,request_timeout,PROVIDER_TRANSIENT",
            "504,startup_timeout,PROVIDER_TRANSIENT", "400,bad_request,INPUT_INVALID",
            "500,never_seen_before,PROVIDER_TRANSIENT" })
    void aTypeBesideTheTextSaysWhy(int status, String type, Reason reason) {
        RemoteStatus ended = read(COMPLETED, status, "{'detail':'so it is','error_type':'" + type + "'}");

        assertThat(failure(ended).reason()).isEqualTo(reason);
    }

    @Test
    void aTypeInTheHeaderSaysWhy() {
        RemoteStatus ended = read(COMPLETED, 503, "<html>", Map.of("x-fal-error-type", "runner_connection_error"));

        assertThat(failure(ended).reason()).isEqualTo(Reason.PROVIDER_TRANSIENT);
    }

    @Test
    void aStartThatWasTooLateForOurOwnWishIsATimeout() {
        RemoteStatus ended = read(COMPLETED, 504, "{'detail':'too late','error_type':'request_timeout'}",
                Map.of("x-fal-request-timeout-type", "user"));

        assertThat(failure(ended).reason()).isEqualTo(Reason.TIMEOUT);
    }

    @Test
    void theMostTellingOfSeveralDetailsCounts() {
        RemoteStatus ended = read(COMPLETED, 422,
                "{'detail':[{'type':'value_error','msg':'a'},{'type':'content_policy_violation','msg':'b'}]}");

        assertThat(failure(ended).reason()).isEqualTo(Reason.CONTENT_POLICY);
    }

    @Test
    void aTextWithoutATypeIsAFailureWhereNoGatewayWouldSayIt() {
        RemoteStatus ended = read(COMPLETED, 422, "{'detail':'no such thing'}");

        assertThat(failure(ended).reason()).isEqualTo(Reason.INPUT_INVALID);
    }

    @ParameterizedTest
    @CsvSource({ "502,<html>Bad Gateway</html>", "500,{'detail':'oops'}",
            "500,'{''detail'':''oops'',''error_type'':null}'", "503,", "429,{'detail':'slowly'}", "401,{}", "403,{}",
            "302,", "404,<html>", "200,<html>" })
    void whatSaysNothingAboutTheRunEndsNothing(int status, String body) {
        assertThatThrownBy(() -> read(COMPLETED, status, body == null ? "" : body))
                .isInstanceOf(ProviderUnavailableException.class);
    }

    @Test
    void aGatewaysPauseIsKept() {
        assertThatThrownBy(() -> read(COMPLETED, 503, "", Map.of("retry-after", "9")))
                .isInstanceOfSatisfying(ProviderUnavailableException.class,
                        e -> assertThat(e.pause()).contains(Duration.ofSeconds(9)));
    }

    @Test
    void aGatewayWithoutRoomAsksForAPauseAlsoWhereItNamesNoTime() {
        assertThatThrownBy(() -> read(COMPLETED, 429, "{'detail':'slowly'}"))
                .isInstanceOfSatisfying(ProviderUnavailableException.class,
                        e -> assertThat(e.pause()).contains(Duration.ZERO));
    }

    @Test
    void aRunThatTheStatusCallsFailedIsFailedWhateverTheGatewaySays() {
        RemoteStatus ended = read("{'status':'COMPLETED','error':'gone','error_type':'runner_disconnected'}", 502, "<html>");

        assertThat(failure(ended).reason()).isEqualTo(Reason.PROVIDER_TRANSIENT);
    }

    @ParameterizedTest
    @CsvSource({ "429,{'detail':'slowly'}", "401,{}", "403,{'detail':'Exhausted balance'}", "408,", "502,<html>",
            "503,{'error_type':'runner_connection_error'}", "504," })
    void theTypeTheStatusTellsCountsBeforeWhatIsSaidOfTheQuestion(int status, String body) {
        RemoteStatus ended = read("{'status':'COMPLETED','error':'no','error_type':'content_policy_violation'}", status,
                body == null ? "" : body);

        assertThat(failure(ended)).isEqualTo(
                new Failure(Reason.CONTENT_POLICY, Billing.NOT_BILLED, "content_policy_violation: no"));
    }

    @ParameterizedTest
    @CsvSource({ "429,{'detail':'slowly'}", "401,{}", "403,{}", "408,", "502,<html>Bad Gateway</html>", "500,{'detail':'oops'}",
            "404,<html>" })
    void aFailedRunWhoseReasonIsNotToldYetIsAskedForAgain(int status, String body) {
        for (String type : List.of("", ",'error_type':''", ",'error_type':'never_seen_before'")) {
            String state = "{'status':'COMPLETED','error':'Invalid status code: 422'" + type + "}";

            assertThatThrownBy(() -> read(state, status, body == null ? "" : body))
                    .isInstanceOf(ProviderUnavailableException.class);
        }
    }

    @Test
    void aFailedRunIsToldByItsOwnAnswer() {
        RemoteStatus ended = read("{'status':'COMPLETED','error':'Invalid status code: 422'}", 422,
                "{'detail':[{'type':'content_policy_violation','msg':'b'}]}");

        assertThat(failure(ended).reason()).isEqualTo(Reason.CONTENT_POLICY);
    }

    /** Otherwise a runner that fails without a type would be asked for until all patience is gone. */
    @Test
    void anErrorThatNamesTheAnswersStatusMakesItTheRuns() {
        RemoteStatus ended = read("{'status':'COMPLETED','error':'Invalid status code: 500'}", 500, "Internal Server Error");

        assertThat(failure(ended).reason()).isEqualTo(Reason.PROVIDER_TRANSIENT);
    }

    @ParameterizedTest
    @ValueSource(strings = { "'error':''", "'error':' '", "'error':null,'error_type':''" })
    void anErrorWithoutWordsIsNone(String error) {
        String state = "{'status':'COMPLETED'," + error + "}";

        assertThatThrownBy(() -> read(state, 502, "<html>")).isInstanceOf(ProviderUnavailableException.class);
        assertThat(read(state, 404, "{'detail':'Request not found'}")).isInstanceOf(RemoteStatus.Missing.class);
        assertThat(read(state, 200, "{'video':{'url':'https://v3.fal.media/a.mp4'}}"))
                .isInstanceOf(RemoteStatus.Succeeded.class);
    }

    @Test
    void aCancelledRunIsCancelled() {
        RemoteStatus ended = read(COMPLETED, 499, "{'detail':'cancelled','error_type':'client_cancelled'}");

        assertThat(ended).isEqualTo(new RemoteStatus.Cancelled(Billing.NOT_BILLED));
    }

    @Test
    void aResultAskedForTooEarlyIsStillRunning() {
        RemoteStatus early = read(COMPLETED, 400, "{'detail':'Request is still in progress'}");

        assertThat(early).isEqualTo(new RemoteStatus.Running(Optional.empty()));
    }

    @Test
    void aRequestThatIsNotFoundIsMissing() {
        assertThat(read(COMPLETED, 404, "{'detail':'Request not found'}")).isInstanceOf(RemoteStatus.Missing.class);
    }

    @Test
    void aResultWithoutAVideoMayBeBilled() {
        RemoteStatus ended = read(COMPLETED, 200, "{'images':[]}");

        assertThat(failure(ended).reason()).isEqualTo(Reason.PROVIDER_FAILED);
        assertThat(failure(ended).billing()).isEqualTo(Billing.UNKNOWN);
    }

    @Test
    void aVideoIsAFilm() {
        RemoteStatus ended = read(COMPLETED, 200, "{'video':{'url':'https://v3.fal.media/files/b/out.mp4'},'seed':7}");

        assertThat(ended).isEqualTo(new RemoteStatus.Succeeded("https://v3.fal.media/files/b/out.mp4", Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({ "401,{'detail':'who'},PROVIDER_AUTH", "403,{'detail':'not yours'},PROVIDER_AUTH",
            "403,{'detail':'User is locked. Reason: Exhausted balance. Top up.'},PROVIDER_BALANCE",
            "404,{'detail':'Application not found'},PROVIDER_FAILED", "402,{},PROVIDER_BALANCE" })
    void aRefusalIsUnderstood(int status, String body, Reason reason) {
        assertThat(FalError.of(answer(status, body, Map.of())).reason()).isEqualTo(reason);
    }

    private static RemoteStatus read(String state, int status, String body) {
        return read(state, status, body, Map.of());
    }

    private static RemoteStatus read(String state, int status, String body, Map<String, String> headers) {
        return new FalResult(json(state), answer(status, body, headers)).status(NOW);
    }

    private static Answer answer(int status, String body, Map<String, String> headers) {
        return new Answer(status, headers, body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Failure failure(RemoteStatus status) {
        return ((RemoteStatus.Failed) status).failure();
    }
}
