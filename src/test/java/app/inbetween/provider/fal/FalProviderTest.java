package app.inbetween.provider.fal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import app.inbetween.fakes.FakeFal;
import app.inbetween.fakes.FakeProvider;
import app.inbetween.fakes.Trouble;
import app.inbetween.provider.Billing;
import app.inbetween.provider.Cancellation;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.RemoteJob;
import app.inbetween.provider.RemoteStatus;
import app.inbetween.provider.Submission;
import app.inbetween.provider.VideoProvider;
import app.inbetween.provider.VideoProviderContract;
import app.inbetween.provider.VideoRequest;

class FalProviderTest extends VideoProviderContract {

    @Override
    protected FakeProvider startFake() {
        return new FakeFal(0);
    }

    @Override
    protected VideoProvider provider(FakeProvider fake) {
        return FalSetup.provider(fake.origin(), FakeFal.KEY, Clock.systemUTC());
    }

    @Override
    protected VideoProvider providerWithWrongKey(FakeProvider fake) {
        return FalSetup.provider(fake.origin(), "wrong:" + FakeFal.KEY, Clock.systemUTC());
    }

    @Override
    protected String key() {
        return FakeFal.KEY;
    }

    @Override
    protected String model() {
        return "fal/wan-flf2v";
    }

    @Override
    protected boolean findsLostTasks() {
        return false;
    }

    @Test
    void withoutAKeyItIsAbsent() {
        VideoProvider absent = FalSetup.withoutKey();

        assertThat(absent.isConfigured()).isFalse();
        assertThat(absent.models()).isEmpty();
        assertThat(absent.webhooks()).isEmpty();
    }

    @Test
    void aWrongKeyIsRefusedBeforeAnythingIsSubmitted() {
        Submission submission = providerWithWrongKey(fake()).submit(request());

        assertThat(submission).isInstanceOf(Submission.Rejected.class);
        assertThat(fake().log()).containsExactly("POST /storage/upload/initiate");
    }

    @Test
    void uploadsCarryTheTokenOfTheAttempt() {
        VideoRequest request = request();

        accepted(request);

        String input = fake().tasks().get(0).input().toString();
        assertThat(input).contains("first-" + request.attemptToken() + ".png").contains("last-" + request.attemptToken());
    }

    @Test
    void theWebhookIsToldToFal() {
        URI webhook = URI.create("https://studio.example/hooks/fal/a-token?b=c&d=e f".replace(" ", "%20"));

        accepted(request(Optional.of(webhook)));

        assertThat(fake().tasks().get(0).webhook()).contains(webhook);
    }

    @Test
    void aRequestIsFoundByOwnerAndAppAlone() {
        RemoteJob job = accepted(request());

        provider().status(job);

        assertThat(fake().log()).last().isEqualTo("GET /fal-ai/wan-flf2v/requests/" + job.remoteId() + "/status");
    }

    @Test
    void aRunningRequestIsAskedToStopAndEndsUnbilled() {
        fake().hold();
        RemoteJob job = accepted(request());

        Cancellation cancellation = provider().cancel(job);

        assertThat(cancellation).isEqualTo(Cancellation.ASKED);
        assertThat(last(job)).isEqualTo(new RemoteStatus.Cancelled(Billing.NOT_BILLED));
    }

    @Test
    void aRequestThatIsThroughCannotBeStopped() {
        RemoteJob job = accepted(request());
        last(job);

        assertThat(provider().cancel(job)).isEqualTo(Cancellation.REFUSED);
    }

    @Test
    void aRequestNobodyKnowsCannotBeStopped() {
        RemoteJob job = accepted(request());
        fake().clear();

        assertThat(provider().cancel(job)).isEqualTo(Cancellation.REFUSED);
        assertThat(provider().status(job)).isInstanceOf(RemoteStatus.Missing.class);
    }

    @Test
    void aKeyThatIsTakenAwayMeanwhileEndsNothing() {
        RemoteJob job = accepted(request());

        assertThatThrownBy(() -> providerWithWrongKey(fake()).status(job)).isInstanceOf(ProviderUnavailableException.class)
                .hasMessageNotContaining(key());
    }

    @Test
    void aResultThatIsGoneForNowIsAskedForAgain() {
        fake().announce(Trouble.FILM_TRUNCATED);
        RemoteJob job = accepted(request());
        RemoteStatus.Succeeded done = (RemoteStatus.Succeeded) last(job);

        assertThatThrownBy(() -> provider().fetch(job, done.location(), java.nio.file.Files.createTempDirectory("fal-")
                .resolve("film.mp4"))).isInstanceOf(ProviderUnavailableException.class);
    }
}
