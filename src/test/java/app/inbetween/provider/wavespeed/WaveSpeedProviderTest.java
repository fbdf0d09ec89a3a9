package app.inbetween.provider.wavespeed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import app.inbetween.fakes.FakeProvider;
import app.inbetween.fakes.FakeTask;
import app.inbetween.fakes.FakeWaveSpeed;
import app.inbetween.fakes.Trouble;
import app.inbetween.provider.Cancellation;
import app.inbetween.provider.CancellationTerms;
import app.inbetween.provider.Checkup;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.RateLimit;
import app.inbetween.provider.Reconciliation;
import app.inbetween.provider.RemoteJob;
import app.inbetween.provider.RemoteStatus;
import app.inbetween.provider.ResultLostException;
import app.inbetween.provider.Submission;
import app.inbetween.provider.VideoProvider;
import app.inbetween.provider.VideoProviderContract;
import app.inbetween.provider.VideoRequest;
import app.inbetween.provider.catalog.Catalog;
import app.inbetween.provider.wire.Downloads;
import app.inbetween.provider.wire.Wire;
import io.vertx.core.Vertx;

class WaveSpeedProviderTest extends VideoProviderContract {

    private static final Catalog CATALOG = new Catalog(Optional::empty);

    private static Vertx vertx;
    private static Wire wire;

    @BeforeAll
    static void open() {
        vertx = Vertx.vertx();
        wire = new Wire(vertx);
    }

    @AfterAll
    static void close() {
        vertx.close();
    }

    @Override
    protected FakeProvider startFake() {
        return new FakeWaveSpeed(0);
    }

    @Override
    protected VideoProvider provider(FakeProvider fake) {
        return provider(TestConfig.of(FakeWaveSpeed.KEY, fake.origin()));
    }

    @Override
    protected VideoProvider providerWithWrongKey(FakeProvider fake) {
        return provider(TestConfig.of("ws-wrong-but-secret", fake.origin()));
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
    void aTaskThatWasNeverMadeIsAbsentWhereLaterOnesAreListed() {
        VideoRequest lost = sent(request());
        assertThat(provider().reconcile(lost)).isInstanceOf(Reconciliation.Unclear.class);

        accepted(request());

        assertThat(provider().reconcile(lost)).isInstanceOf(Reconciliation.Absent.class);
    }

    @Test
    void whereThereIsNoKeyItIsAbsent() {
        VideoProvider absent = provider(new TestConfig(Optional.empty(), Optional.empty(), Optional.empty()));

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
    void framesAreUploadedByTicketUnderTheNameOfTheAttempt() {
        VideoRequest request = request();

        accepted(request);

        FakeTask task = fake().tasks().get(0);
        assertThat(task.input().path("first_image").asText()).endsWith("/first-" + request.attemptToken() + ".png");
        assertThat(task.input().path("last_image").asText()).endsWith("/last-" + request.attemptToken() + ".png");
        assertThat(fake().log()).filteredOn(line -> line.startsWith("PUT /storage/")).hasSize(2);
        assertThat(fake().log()).doesNotContain("POST /api/v3/media/upload/binary");
    }

    @Test
    void whereThereAreNoTicketsFramesAreUploadedAsAForm() {
        wavespeed().withoutTickets();

        accepted(request());

        assertThat(fake().log()).contains("POST /api/v3/media/upload/binary").noneMatch(line -> line.startsWith("PUT"));
        assertThat(fake().tasks()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://169.254.169.254", "https://169.254.169.254", "https://localhost", "http://storage.test" })
    void aTicketThatLeadsIntoTheNetworkWeStandInIsNotUsed(String storage) {
        wavespeed().ticketsLeadTo(URI.create(storage));

        accepted(request());

        assertThat(fake().log()).contains("POST /api/v3/media/upload/binary");
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
    void whereTheListTellsNoInputsNothingIsClaimed() {
        wavespeed().withoutInputs();
        VideoRequest lost = sent(request());
        fake().announce(Trouble.CREATED_THEN_CLOSED);
        provider().submit(lost, CLEARED);

        assertThat(provider().reconcile(lost)).isInstanceOf(Reconciliation.Unclear.class);
        assertThat(provider().reconcile(sent(request()))).isInstanceOf(Reconciliation.Unclear.class);
    }

    @Test
    void anEarlierAttemptWithTheSameWishesIsNotTakenForThisOne() {
        VideoRequest lost = sent(request());
        accepted(request());

        assertThat(provider().reconcile(lost)).isInstanceOf(Reconciliation.Absent.class);
    }

    @Test
    void whereUploadsAreRenamedNothingIsClaimed() {
        wavespeed().renameUploads();
        VideoRequest lost = sent(request());
        fake().announce(Trouble.CREATED_THEN_CLOSED);
        provider().submit(lost, CLEARED);

        assertThat(provider().reconcile(lost)).isInstanceOf(Reconciliation.Unclear.class);
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
    void aTaskIsFoundOnALaterPage() {
        fake().liftLimits();
        VideoRequest lost = sent(request());
        fake().announce(Trouble.CREATED_THEN_502);
        provider().submit(lost, CLEARED);
        for (int i = 0; i < 100; i++) {
            accepted(request());
        }

        Reconciliation found = provider().reconcile(lost);

        assertThat(found).isEqualTo(new Reconciliation.Found(fake().tasks().get(0).id()));
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

    private static VideoRequest sent(VideoRequest request) {
        return request.sentAt(Instant.now());
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

    private static WaveSpeedProvider provider(WaveSpeedConfig config) {
        Clock clock = Clock.systemUTC();
        return new WaveSpeedProvider(config, wire, CATALOG, new Downloads(wire, clock), clock);
    }
}
