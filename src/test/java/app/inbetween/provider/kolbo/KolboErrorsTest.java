package app.inbetween.provider.kolbo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.RemoteStatus;
import app.inbetween.provider.Submission;
import app.inbetween.provider.wire.Answer;

class KolboErrorsTest {

    @ParameterizedTest
    @CsvSource({ "401,INVALID_API_KEY,PROVIDER_AUTH", "400,INSUFFICIENT_CREDITS,PROVIDER_BALANCE",
            "400,MISSING_FIELDS,INPUT_INVALID", "400,MODEL_NOT_FOUND,INPUT_INVALID", "400,NEVER_SEEN_BEFORE,INPUT_INVALID",
            "402,NEVER_SEEN_BEFORE,PROVIDER_BALANCE", "403,NEVER_SEEN_BEFORE,PROVIDER_AUTH",
            "413,NEVER_SEEN_BEFORE,INPUT_INVALID", "409,NEVER_SEEN_BEFORE,PROVIDER_FAILED",
            // An envelope may say no where HTTP says yes.
            "200,INVALID_API_KEY,PROVIDER_AUTH", "200,INSUFFICIENT_CREDITS,PROVIDER_BALANCE",
            "200,MISSING_FIELDS,INPUT_INVALID", "200,MODEL_NOT_FOUND,INPUT_INVALID", "200,RATE_LIMITED,RATE_LIMITED",
            "200,GENERATION_ERROR,PROVIDER_FAILED", "201,NEVER_SEEN_BEFORE,PROVIDER_FAILED" })
    void aRefusalSaysWhyAndCostsNothing(int status, String code, Reason reason) {
        Submission submission = submitted(status, "{'success':false,'error':'so it is','code':'" + code + "'}");

        assertThat(((Submission.Rejected) submission).failure())
                .isEqualTo(new Failure(reason, Billing.NOT_BILLED, code + " so it is"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "Refused by the content policy", "It violates our policies", "Blocked by moderation",
            "Input was moderated", "NSFW content detected", "The safety system refused", "Inappropriate content",
            "This is prohibited" })
    void aRefusalOfTheContentIsReadFromTheWords(String words) {
        Submission refused = submitted(200, "{'success':false,'error':'" + words + "','code':'GENERATION_ERROR'}");
        RemoteStatus failed = KolboClip.status(answer(200, "{'success':true,'state':'failed','error':'" + words + "'}"));

        assertThat(((Submission.Rejected) refused).failure().reason()).isEqualTo(Reason.CONTENT_POLICY);
        assertThat(((RemoteStatus.Failed) failed).failure()).isEqualTo(new Failure(Reason.CONTENT_POLICY,
                Billing.NOT_BILLED, words));
    }

    @ParameterizedTest
    @CsvSource({ "The model returned nothing,PROVIDER_FAILED", "'',PROVIDER_FAILED" })
    void otherFailuresAreTheModels(String words, Reason reason) {
        RemoteStatus failed = KolboClip.status(answer(200, "{'success':true,'state':'failed','error':'" + words + "'}"));

        assertThat(((RemoteStatus.Failed) failed).failure()).isEqualTo(new Failure(reason, Billing.NOT_BILLED,
                words.isEmpty() ? "Kolbo gives no reason" : words));
    }

    /** What a code says is not read otherwise because of the words beside it. */
    @ParameterizedTest
    @CsvSource({ "INSUFFICIENT_CREDITS,PROVIDER_BALANCE", "MISSING_FIELDS,INPUT_INVALID" })
    void aCodeCountsForMoreThanWords(String code, Reason reason) {
        Submission refused = submitted(400, "{'success':false,'error':'See our policy','code':'" + code + "'}");

        assertThat(((Submission.Rejected) refused).failure().reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "400 | {'success':false,'error':'slowly','code':'RATE_LIMITED'} | true",
            "200 | {'success':false,'error':'slowly','code':'RATE_LIMITED'} | true",
            "400 | {'success':false,'error':'who','code':'MISSING_FIELDS'} | false",
            "200 | {'success':false,'state':'failed','error':'slowly','code':'RATE_LIMITED'} | false" })
    void noRoomForAQuestionIsTheEndOfNoClip(int status, String body, boolean limit) {
        assertThat(KolboErrors.isLimit(answer(status, body))).isEqualTo(limit);
    }

    /** None of Kolbo's own refusals: whether it has the clip, nobody knows. */
    @ParameterizedTest
    @CsvSource({ "400,<html>Bad request</html>", "403,{'message':'Forbidden by the proxy'}", "302,''", "200,{'success':true}" })
    void whatKolboDoesNotSayRefusesNothing(int status, String body) {
        assertThat(submitted(status, body)).isInstanceOf(Submission.Unknown.class);
    }

    private static Submission submitted(int status, String body) {
        return new KolboSubmission().of(answer(status, body));
    }

    private static Answer answer(int status, String body) {
        return new Answer(status, Map.of(), body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
