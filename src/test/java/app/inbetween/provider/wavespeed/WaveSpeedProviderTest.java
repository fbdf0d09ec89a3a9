package app.inbetween.provider.wavespeed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import app.inbetween.fakes.FakeProvider;
import app.inbetween.fakes.FakeWaveSpeed;
import app.inbetween.fakes.Trouble;
import app.inbetween.provider.Cancellation;
import app.inbetween.provider.CancellationTerms;
import app.inbetween.provider.Checkup;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.RateLimit;
import app.inbetween.provider.RemoteJob;
import app.inbetween.provider.RemoteStatus;
import app.inbetween.provider.ResultLostException;
import app.inbetween.provider.Submission;
import app.inbetween.provider.VideoProvider;
import app.inbetween.provider.VideoProviderContract;

class WaveSpeedProviderTest extends VideoProviderContract {

    @Override
    protected FakeProvider startFake() {
        return new FakeWaveSpeed(0);
    }

    @Override
    protected VideoProvider provider(FakeProvider fake) {
        return TestConfig.of(FakeWaveSpeed.KEY, fake.origin()).provider();
    }

    @Override
    protected VideoProvider providerWithWrongKey(FakeProvider fake) {
        return TestConfig.of("ws-wrong-but-secret", fake.origin()).provider();
    }

    @Override
    protected String key() {
        return "ws-wrong-but-secret";
    }

    @Override
    protected String model() {
        return "wavespeed/wan-flf2v";
    }

    @Override
    protected boolean findsLostTasks() {
        return true;
    }

    /** Not by an empty list alone. */
    @Override
    protected boolean provesAbsence() {
        return false;
    }

    @Test
    void whereThereIsNoKeyItIsAbsent() {
        VideoProvider absent = new TestConfig(Optional.empty(), Optional.empty(), Optional.empty()).provider();

        assertThat(absent.isConfigured()).isFalse();
        assertThat(absent.models()).isEmpty();
        assertThat(absent.webhooks()).isEmpty();
        assertThat(absent.checkUp().trouble()).contains(Reason.PROVIDER_AUTH);
    }

    @Test
    void keepsToTheLimitsOfTheLowestLevelOfAccounts() {
        assertThat(provider().maxConcurrent()).isEqualTo(3);
        assertThat(provider().submitLimit()).contains(new RateLimit(5, Duration.ofMinutes(1)));
        assertThat(provider().pace()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aJobCannotBeStopped() {
        assertThat(provider().cancel(accepted(request()))).isEqualTo(Cancellation.REFUSED);
        assertThat(provider().cancellationTerms()).isEqualTo(CancellationTerms.NOT_POSSIBLE);
    }

    @Test
    void anUploadWithAWrongKeyIsNoTroubleOfTheMoment() {
        Submission submission = providerWithWrongKey(fake()).submit(request(), CLEARED);

        assertThat(submission).isInstanceOf(Submission.Rejected.class);
        Submission.Rejected rejected = (Submission.Rejected) submission;
        assertThat(rejected.failure().reason()).isEqualTo(Reason.PROVIDER_AUTH);
        assertThat(rejected.failure().detail()).doesNotContain(key());
    }

    @Test
    void theLimitOfTheAccountNamesNoTime() {
        wavespeed().limit(1);
        accepted(request());

        Submission submission = provider().submit(request(), CLEARED);

        assertThat(submission).isEqualTo(new Submission.Later(Duration.ZERO));
    }

    @Test
    void theOlderBalanceIsReadToo() {
        wavespeed().withOldBalance();

        Checkup checkup = provider().checkUp();

        assertThat(checkup).isEqualTo(Checkup.healthy("The key works.", "12.34 USD"));
    }

    @Test
    void anAddressThatHasRunOutIsAskedForAnew() throws IOException {
        fake().announce(Trouble.FILM_EXPIRED);

        assertThat(Files.size(fetched(accepted(request())))).isPositive();
    }

    @ParameterizedTest
    @EnumSource(value = Trouble.class, names = { "FILM_GONE", "FILM_IS_HTML" })
    void aFilmThatIsGoneIsGone(Trouble trouble) {
        fake().announce(trouble);
        RemoteJob job = accepted(request());

        assertThatThrownBy(() -> fetched(job)).isInstanceOf(ResultLostException.class);
    }

    @Test
    void halfAFilmIsFetchedAgain() throws IOException {
        fake().announce(Trouble.FILM_TRUNCATED);
        RemoteJob job = accepted(request());

        assertThatThrownBy(() -> fetched(job)).isInstanceOf(ProviderUnavailableException.class);
        assertThat(Files.size(fetched(job))).isPositive();
    }

    @Test
    void theWebhookIsToldOnlyWhereThereIsOne() {
        URI webhook = URI.create("https://studio.test/hooks/wavespeed/abc?x=1&y=2");

        accepted(request(Optional.of(webhook)));
        accepted(request());

        assertThat(fake().tasks().get(0).webhook()).contains(webhook);
        assertThat(fake().tasks().get(1).webhook()).isEmpty();
    }

    @Test
    void aStrangeIdIsNeverAskedFor() {
        assertThat(provider().status(new RemoteJob(request().generation(), model(), "../balance")))
                .isInstanceOf(RemoteStatus.Missing.class);
        assertThat(fake().log()).isEmpty();
    }

    private Path fetched(RemoteJob job) throws IOException {
        RemoteStatus.Succeeded done = (RemoteStatus.Succeeded) last(job);
        Path film = Files.createTempDirectory("fetched-").resolve("film.mp4");
        provider().fetch(job, done.location(), film);
        return film;
    }

    private FakeWaveSpeed wavespeed() {
        return (FakeWaveSpeed) fake();
    }
}
