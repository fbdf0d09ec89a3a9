package app.inbetween.provider.dashscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.inbetween.fakes.FakeDashScope;
import app.inbetween.fakes.Trouble;
import app.inbetween.provider.Easing;
import app.inbetween.provider.Neighbours;
import app.inbetween.provider.ProviderTestbed;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.Reconciliation;
import app.inbetween.provider.RemoteJob;
import app.inbetween.provider.Stills;
import app.inbetween.provider.Submission;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoProvider;
import app.inbetween.provider.VideoRequest;

/** Whose a task is, where the list does not say: ours only if it can be nobody else's. */
class DashScopeHistoryTest {

    private static final String WORDS = "petals open slowly";

    @TempDir
    Path stills;

    private final Neighbours others = new Neighbours();
    private FakeDashScope fake;
    private VideoProvider provider;

    @BeforeEach
    void start() {
        fake = new FakeDashScope(0);
        fake.liftLimits();
        provider = new DashScopeSettings(Optional.of(FakeDashScope.KEY), Optional.of(fake.origin().resolve("/api/v1")),
                DashScopeConfig.Upload.INLINE, Duration.ofSeconds(20)).provider(others);
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void theOneTaskWithOurWordsIsOurs() {
        made("something else");
        String ours = made(WORDS);

        assertThat(lookFor(request(WORDS))).isEqualTo(new Reconciliation.Found(ours));
    }

    @Test
    void aTaskThatHasNotToldItsWordsMayBeOurs() {
        fake.hold();
        made(WORDS);

        assertThat(lookFor(request(WORDS))).isInstanceOf(Reconciliation.Unclear.class);
    }

    @Test
    void whileAnotherTaskKeepsItsWordsToItselfNothingIsClaimed() {
        String ours = made(WORDS);
        fake.hold();
        String other = made("something else");
        fake.tasks().get(0).complete();

        Reconciliation early = lookFor(request(WORDS));
        fake.tasks().get(1).complete();

        assertThat(early).isInstanceOf(Reconciliation.Unclear.class);
        assertThat(lookFor(request(WORDS))).as("not " + other).isEqualTo(new Reconciliation.Found(ours));
    }

    /** It failed, and does not say what it was asked for. */
    @Test
    void besideATaskThatFailedNothingIsClaimed() {
        made(WORDS);
        fake.announce(Trouble.RUN_FAILED);
        made(WORDS);

        assertThat(lookFor(request(WORDS))).isInstanceOf(Reconciliation.Unclear.class);
    }

    @Test
    void ofTwoTasksWithTheSameWordsNeitherIsClaimed() {
        made(WORDS);
        made(WORDS);

        assertThat(lookFor(request(WORDS))).isInstanceOf(Reconciliation.Unclear.class);
    }

    @Test
    void whatIsKnownToBeAnotherClipsIsLeftOut() {
        String theirs = made(WORDS);
        String ours = made(WORDS);
        others.have(new RemoteJob(UUID.randomUUID(), "any", theirs));

        assertThat(lookFor(request(WORDS))).isEqualTo(new Reconciliation.Found(ours));
    }

    /** Only one of two people's requests may have arrived, and nobody knows which. */
    @Test
    void whereAnotherClipWithTheSameWordsIsLostTooNothingIsClaimed() {
        made(WORDS);
        others.includeATwin();

        assertThat(lookFor(request(WORDS))).isInstanceOf(Reconciliation.Unclear.class);
    }

    @Test
    void otherWordsAreNotOurs() {
        made(WORDS);

        assertThat(lookFor(request(WORDS + " at night"))).isInstanceOf(Reconciliation.Unclear.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "PT-16M", "PT3M", "PT2H", "PT-2H" })
    void whatWasMadeAtAnotherTimeIsNotOurs(Duration later) {
        made(WORDS);

        assertThat(lookFor(request(WORDS).sentAt(Instant.now().plus(later)))).isInstanceOf(Reconciliation.Unclear.class);
    }

    @Test
    void whatAnotherModelMadeIsNotOurs() {
        submit(request("dashscope/wan2.1-kf2v-plus", "720p", WORDS));

        assertThat(lookFor(request(WORDS))).isInstanceOf(Reconciliation.Unclear.class);
    }

    @Test
    void theSameWordsAtAnotherSizeAreNoProof() {
        submit(request("dashscope/wan2.2-kf2v-flash", "720p", WORDS));

        assertThat(lookFor(request(WORDS))).isInstanceOf(Reconciliation.Unclear.class);
    }

    @Test
    void withoutWordsThereIsNothingToGoBy() {
        made("");

        assertThat(lookFor(request(""))).isInstanceOf(Reconciliation.Unclear.class);
        assertThat(fake.log()).noneMatch(line -> line.startsWith("GET"));
    }

    @Test
    void aTaskIsFoundOnALaterPage() {
        String ours = made(WORDS);
        for (int i = 0; i < 100; i++) {
            others.have(new RemoteJob(UUID.randomUUID(), "any", made("something else")));
        }

        assertThat(lookFor(request(WORDS))).isEqualTo(new Reconciliation.Found(ours));
        assertThat(fake.log()).filteredOn("GET /api/v1/tasks"::equals).hasSizeGreaterThan(1);
    }

    @Test
    void amongTooManyStrangersNothingIsAsked() {
        for (int i = 0; i < 11; i++) {
            made("something else");
        }

        assertThat(lookFor(request(WORDS))).isInstanceOf(Reconciliation.Unclear.class);
        assertThat(fake.log()).noneMatch(line -> line.startsWith("GET /api/v1/tasks/"));
    }

    @Test
    void eachQuestionButTheFirstWaitsForItsTurn() {
        made(WORDS);
        for (int i = 0; i < 100; i++) {
            others.have(new RemoteJob(UUID.randomUUID(), "any", made("something else")));
        }
        AtomicInteger turns = new AtomicInteger();

        provider.reconcile(request(WORDS), turns::incrementAndGet);

        assertThat(fake.log()).filteredOn(line -> line.startsWith("GET")).as("two pages and a task").hasSize(3);
        assertThat(turns).hasValue(2);
    }

    @Test
    void withoutATurnNothingMoreIsAsked() {
        made(WORDS);

        assertThatThrownBy(() -> provider.reconcile(request(WORDS), () -> {
            throw new ProviderUnavailableException("not now");
        })).hasMessage("not now");

        assertThat(fake.log()).noneMatch(line -> line.startsWith("GET /api/v1/tasks/"));
    }

    /** Until the tasks have told what they are, or a few times. */
    private Reconciliation lookFor(VideoRequest lost) {
        Reconciliation found = provider.reconcile(lost, ProviderTestbed.AT_ONCE);
        for (int i = 0; i < 3 && found instanceof Reconciliation.Unclear; i++) {
            found = provider.reconcile(lost, ProviderTestbed.AT_ONCE);
        }
        return found;
    }

    private String made(String words) {
        return submit(request(words));
    }

    private String submit(VideoRequest request) {
        return ((Submission.Accepted) provider.submit(request, ProviderTestbed.CLEARED)).remoteId();
    }

    private VideoRequest request(String words) {
        return request("dashscope/wan2.2-kf2v-flash", "480p", words);
    }

    /** Sent just now. */
    private VideoRequest request(String id, String resolution, String words) {
        VideoModel model = provider.models().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
        VideoModel.Format format = model.formats().stream().filter(it -> it.resolution().equals(resolution)).findFirst()
                .orElseThrow();
        Path still = Stills.still(stills, format.size(), Color.GRAY);
        return new VideoRequest(UUID.randomUUID(), UUID.randomUUID().toString(), id, still, still, resolution, format.size(),
                model.durations().get(0), model.frameRates().get(0), Easing.LINEAR, words, "", 7, Map.of(), Optional.empty())
                .sentAt(Instant.now());
    }
}
