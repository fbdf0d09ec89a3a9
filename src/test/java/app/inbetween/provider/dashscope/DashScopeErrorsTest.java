package app.inbetween.provider.dashscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.RemoteStatus;
import app.inbetween.provider.Submission;
import app.inbetween.provider.wire.Answer;

class DashScopeErrorsTest {

    @ParameterizedTest
    @CsvSource({ "400,InvalidParameter,INPUT_INVALID", "400,InvalidURL,INPUT_INVALID",
            "400,InvalidFile.Resolution,INPUT_INVALID", "400,InvalidFile.Size,INPUT_INVALID",
            "400,InvalidImage.FormatNotSupported,INPUT_INVALID", "404,ModelNotFound,INPUT_INVALID",
            "400,InvalidParameter.DataInspection,INPUT_MEDIA_UNREADABLE", "400,DataInspectionFailed,CONTENT_POLICY",
            "400,IPInfringementSuspect,CONTENT_POLICY", "400,Arrearage,PROVIDER_BALANCE",
            "403,AllocationQuota.FreeTierOnly,PROVIDER_BALANCE", "403,AllocationQuota,PROVIDER_BALANCE",
            "401,InvalidApiKey,PROVIDER_AUTH", "403,AccessDenied,PROVIDER_AUTH", "403,AccessDenied.Unpurchased,PROVIDER_AUTH",
            "403,Model.AccessDenied,PROVIDER_AUTH", "400,NeverSeenBefore,INPUT_INVALID", "403,NeverSeenBefore,PROVIDER_AUTH" })
    void aRefusedTaskSaysWhyAndCostsNothing(int status, String code, Reason reason) {
        Submission submission = DashScopeTask.submitted(answer(status, refusal(code)));

        assertIs(((Submission.Rejected) submission).failure(), code, reason);
    }

    /** The same codes come in a task that was taken and failed, and some only there. */
    @ParameterizedTest
    @CsvSource({ "InvalidParameter,INPUT_INVALID", "InvalidURL,INPUT_INVALID", "InvalidFile.Duration,INPUT_INVALID",
            "InvalidParameter.DataInspection,INPUT_MEDIA_UNREADABLE", "DataInspectionFailed,CONTENT_POLICY",
            "IPInfringementSuspect,CONTENT_POLICY", "Arrearage,PROVIDER_BALANCE",
            "AllocationQuota.FreeTierOnly,PROVIDER_BALANCE", "Model.AccessDenied,PROVIDER_AUTH", "Throttling,RATE_LIMITED",
            "Throttling.RateQuota,RATE_LIMITED", "Throttling.AllocationQuota,RATE_LIMITED", "InternalError,PROVIDER_TRANSIENT",
            "InternalError.Algo,PROVIDER_TRANSIENT", "ModelUnavailable,PROVIDER_TRANSIENT",
            "RequestTimeOut,PROVIDER_TRANSIENT", "NeverSeenBefore,PROVIDER_FAILED" })
    void aFailedTaskSaysWhyAndCostsNothing(String code, Reason reason) {
        RemoteStatus status = DashScopeTask.status(answer(200, "{'output':{'task_id':'t1','task_status':'FAILED','code':'"
                + code + "','message':'so it is'}}"));

        assertIs(((RemoteStatus.Failed) status).failure(), code, reason);
    }

    /** None of DashScope's own refusals: whether it has the task, nobody knows. */
    @ParameterizedTest
    @CsvSource({ "400,<html>Bad request</html>", "403,{'message':'Forbidden by the proxy'}", "302,''",
            "200,{'code':'InvalidParameter'}" })
    void whatDashScopeDoesNotSayRefusesNothing(int status, String body) {
        assertThat(DashScopeTask.submitted(answer(status, body))).isInstanceOf(Submission.Unknown.class);
    }

    private static void assertIs(Failure failure, String code, Reason reason) {
        assertThat(failure).isEqualTo(new Failure(reason, Billing.NOT_BILLED, code + ": so it is"));
    }

    private static String refusal(String code) {
        return "{'code':'" + code + "','message':'so it is','request_id':'r1'}";
    }

    private static Answer answer(int status, String body) {
        return new Answer(status, Map.of(), body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
