package app.inbetween.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import app.inbetween.fakes.FakeProvider;
import app.inbetween.fakes.FakeTask;
import app.inbetween.fakes.Trouble;
import app.inbetween.media.Dimensions;

/** What every remote provider's adapter must do, shown against its fake. A new one is done when its class is green. */
public abstract class VideoProviderContract {

    /** For whoever may send. */
    public static final Clearance CLEARED = () -> {
    };

    @TempDir
    Path directory;

    private FakeProvider fake;
    private VideoProvider provider;

    /** A fresh one on a free port, with nothing announced. */
    protected abstract FakeProvider startFake();

    /**
     * The adapter, configured to speak to that fake. Waits no longer than about half a second for the answer to a submission.
     */
    protected abstract VideoProvider provider(FakeProvider fake);

    /** The adapter, with a key the fake does not take. */
    protected abstract VideoProvider providerWithWrongKey(FakeProvider fake);

    /** The key that must never be seen. */
    protected abstract String key();

    /** A model of the fake's. */
    protected abstract String model();

    /** Whether a task that was made without our learning of it can be found again. */
    protected abstract boolean findsLostTasks();

    /** Whether it can be proven that a task was never made. */
    protected boolean provesAbsence() {
        return findsLostTasks();
    }

    /** As where the studio has written down whose job it is. */
    protected void isAnothers(RemoteJob job) {
    }

    @BeforeEach
    void start() {
        fake = startFake();
        provider = provider(fake);
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    protected final FakeProvider fake() {
        return fake;
    }

    protected final VideoProvider provider() {
        return provider;
    }

    @Test
    void aPairBecomesAFilm() throws IOException {
        RemoteJob job = accepted(request());

        RemoteStatus.Succeeded done = (RemoteStatus.Succeeded) last(job);
        Path film = directory.resolve("film.mp4");
        provider.fetch(job, done.location(), film);

        assertThat(new String(Files.readAllBytes(film), 4, 4, StandardCharsets.US_ASCII)).isEqualTo("ftyp");
        assertThat(fake.tasks()).hasSize(1);
    }

    @Test
    void theFramesArriveAsTheyAre() throws IOException {
        VideoRequest request = request();

        accepted(request);

        FakeTask task = fake.tasks().get(0);
        assertThat(colourOf(task.firstFrame())).isEqualTo(Color.DARK_GRAY);
        assertThat(colourOf(task.lastFrame())).isEqualTo(Color.ORANGE);
        assertThat(task.length().minus(request.duration()).abs()).isLessThan(Duration.ofMillis(100));
    }

    @Test
    void whatTheModelReadsArrives() {
        VideoRequest request = request();

        accepted(request);

        String input = fake.tasks().get(0).input().toString();
        VideoModel model = provider.models().stream().filter(it -> it.id().equals(model())).findFirst().orElseThrow();
        assertThat(input.contains(request.prompt())).isEqualTo(model.supports(VideoModel.Feature.PROMPT));
        assertThat(input.contains(request.negativePrompt())).isEqualTo(model.supports(VideoModel.Feature.NEGATIVE_PROMPT));
        assertThat(input.contains(Long.toString(request.seed()))).isEqualTo(model.supports(VideoModel.Feature.SEED));
    }

    @Test
    void whereNobodyListensNothingWasSent() {
        VideoRequest request = request();
        fake.close();

        Submission submission = provider.submit(request, CLEARED);

        assertThat(submission).isInstanceOf(Submission.NotSent.class);
    }

    /** As when another node has taken the job over while frames were uploaded. */
    @Test
    void whatIsNotClearedAnyMoreIsNotSent() {
        VideoRequest request = request();
        Clearance refused = () -> {
            throw new IllegalStateException("taken over");
        };

        assertThatThrownBy(() -> provider.submit(request, refused)).hasMessage("taken over");

        assertThat(fake.tasks()).isEmpty();
    }

    @Test
    void clearanceIsAskedForWhenEverythingThatCostsNothingIsDone() {
        List<List<String>> before = new ArrayList<>();

        Submission submission = provider.submit(request(), () -> before.add(fake.log()));

        assertThat(submission).isInstanceOf(Submission.Accepted.class);
        assertThat(before).hasSize(1);
        assertThat(fake.log()).hasSize(before.get(0).size() + 1);
    }

    /** As when an operator takes it out of the catalogue while a clip waits. */
    @Test
    void aModelThatIsNotThereAnyMoreIsRefusedAndLeavesNothingUnknown() {
        VideoRequest it = request();
        VideoRequest gone = new VideoRequest(it.generation(), it.attemptToken(), model() + "-gone", it.firstFrame(),
                it.lastFrame(), it.resolution(), it.size(), it.duration(), it.frameRate(), it.easing(), it.prompt(),
                it.negativePrompt(), it.seed(), it.options(), it.webhook());

        assertThat(provider.submit(gone, CLEARED)).isInstanceOf(Submission.Rejected.class);
        assertThat(fake.tasks()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> aTaskThatWasMadeWithoutOurLearningOfItIsNotSentAgain() {
        return each(Trouble::creates, trouble -> {
            VideoRequest request = request();
            fake.announce(trouble);

            Submission submission = provider.submit(request, CLEARED);

            assertThat(submission).isInstanceOf(Submission.Unknown.class);
            assertThat(fake.tasks()).hasSize(1);
        });
    }

    @TestFactory
    Stream<DynamicTest> aTaskThatWasMadeWithoutOurLearningOfItIsFound() {
        return each(Trouble::creates, trouble -> {
            VideoRequest request = request();
            fake.announce(trouble);
            provider.submit(request, CLEARED);

            Reconciliation found = lookFor(request);

            if (findsLostTasks()) {
                assertThat(found).isInstanceOf(Reconciliation.Found.class);
                RemoteJob job = new RemoteJob(request.generation(), request.model(),
                        ((Reconciliation.Found) found).remoteId());
                assertThat(last(job)).isInstanceOf(RemoteStatus.Succeeded.class);
            } else {
                assertThat(found).isInstanceOf(Reconciliation.Unclear.class);
            }
        });
    }

    @Test
    void aTaskThatWasNeverMadeIsNotFound() {
        Reconciliation found = provider.reconcile(request());

        assertThat(found).isInstanceOf(provesAbsence() ? Reconciliation.Absent.class : Reconciliation.Unclear.class);
    }

    @Test
    void somebodyElsesTaskIsNotTakenForOurs() {
        if (findsLostTasks()) {
            RemoteJob other = accepted(request());
            last(other);
            isAnothers(other);

            Reconciliation found = lookFor(request());

            assertThat(found).isNotInstanceOf(Reconciliation.Found.class);
        } else {
            assertThat(provider.reconcile(request())).isInstanceOf(Reconciliation.Unclear.class);
        }
    }

    @TestFactory
    Stream<DynamicTest> whenThereIsNoRoomItSaysForHowLong() {
        return each(trouble -> trouble.name().startsWith("RATE_LIMITED"), trouble -> {
            fake.announce(trouble);

            Submission submission = provider.submit(request(), CLEARED);

            assertThat(submission).isInstanceOf(Submission.Later.class);
            assertThat(((Submission.Later) submission).pause()).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
            assertThat(fake.tasks()).isEmpty();
        });
    }

    /** The fake's own promise, to whoever plays with it. */
    @Test
    void aLimitThatIsAskedForInWordsEnds() {
        fake.liftLimits();
        VideoRequest it = request();
        VideoRequest limited = new VideoRequest(it.generation(), it.attemptToken(), it.model(), it.firstFrame(), it.lastFrame(),
                it.resolution(), it.size(), it.duration(), it.frameRate(), it.easing(), "it opens #trouble rate-limited",
                it.negativePrompt(), it.seed(), it.options(), it.webhook());

        List<Class<?>> answers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            answers.add(provider.submit(limited, CLEARED).getClass());
        }

        assertThat(answers).containsExactly(Submission.Later.class, Submission.Later.class, Submission.Accepted.class,
                Submission.Later.class);
    }

    @TestFactory
    Stream<DynamicTest> aRefusalSaysWhy() {
        return each(trouble -> trouble.when() == Trouble.When.SUBMIT && fake.ending(trouble).reason() != null,
                trouble -> {
                    fake.announce(trouble);

                    Submission submission = provider.submit(request(), CLEARED);

                    assertThat(submission).isInstanceOf(Submission.Rejected.class);
                    assertIs(((Submission.Rejected) submission).failure(), fake.ending(trouble));
                    assertThat(fake.tasks()).isEmpty();
                });
    }

    @TestFactory
    Stream<DynamicTest> anUploadThatFailsSubmitsNothing() {
        return each(trouble -> trouble.when() == Trouble.When.UPLOAD, trouble -> {
            fake.announce(trouble);

            Submission submission = provider.submit(request(), CLEARED);

            assertThat(submission).isInstanceOf(Submission.NotSent.class);
            assertThat(fake.tasks()).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> aTaskThatFailsSaysWhy() {
        return each(trouble -> trouble.when() == Trouble.When.RUN, trouble -> {
            fake.announce(trouble);
            RemoteJob job = accepted(request());

            RemoteStatus status = last(job);

            Trouble.Ending ending = fake.ending(trouble);
            if (ending.state().equals("UNKNOWN")) {
                assertThat(status).isInstanceOf(RemoteStatus.Missing.class);
            } else if (ending.reason() == Failure.Reason.CANCELLED) {
                assertThat(status).isInstanceOf(RemoteStatus.Cancelled.class);
            } else {
                assertThat(status).isInstanceOf(RemoteStatus.Failed.class);
                assertIs(((RemoteStatus.Failed) status).failure(), ending);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aQuestionWithoutAnAnswerIsAskedAgain() {
        return each(trouble -> trouble.when() == Trouble.When.POLL, trouble -> {
            fake.announce(trouble);
            RemoteJob job = accepted(request());

            assertThatThrownBy(() -> provider.status(job)).isInstanceOf(ProviderUnavailableException.class)
                    .hasMessageNotContaining(key());
            assertThat(last(job)).isInstanceOf(RemoteStatus.Succeeded.class);
        });
    }

    @Test
    void aWrongKeyIsNoticedBeforeAnythingIsPaid() {
        VideoProvider stranger = providerWithWrongKey(fake);

        Checkup checkup = stranger.checkUp();

        assertThat(checkup.trouble()).contains(Failure.Reason.PROVIDER_AUTH);
        assertThat(checkup.words()).doesNotContain(key());
        assertThat(fake.tasks()).isEmpty();
    }

    @Test
    void aCheckUpCostsNothing() {
        Checkup checkup = provider.checkUp();

        assertThat(checkup.isHealthy()).as(checkup.words()).isTrue();
        assertThat(fake.tasks()).isEmpty();
    }

    @Test
    void aCheckUpWhereNobodyListensSaysSo() {
        fake.close();

        Checkup checkup = provider.checkUp();

        assertThat(checkup.trouble()).contains(Failure.Reason.PROVIDER_TRANSIENT);
    }

    protected final RemoteJob accepted(VideoRequest request) {
        Submission submission = provider.submit(request, CLEARED);
        assertThat(submission).isInstanceOf(Submission.Accepted.class);
        return new RemoteJob(request.generation(), request.model(), ((Submission.Accepted) submission).remoteId());
    }

    /** As one that was sent just now; a task may have to be asked more than once what it is. */
    private Reconciliation lookFor(VideoRequest lost) {
        VideoRequest sent = lost.sentAt(Instant.now());
        Reconciliation found = provider.reconcile(sent);
        for (int i = 0; i < 5 && found instanceof Reconciliation.Unclear; i++) {
            found = provider.reconcile(sent);
        }
        return found;
    }

    /** How it ends, however often it has to be asked. */
    protected final RemoteStatus last(RemoteJob job) {
        for (int i = 0; i < 20; i++) {
            RemoteStatus status = provider.status(job);
            if (!(status instanceof RemoteStatus.Waiting) && !(status instanceof RemoteStatus.Running)) {
                return status;
            }
        }
        throw new AssertionError("It never ended");
    }

    /** Dark grey to orange, with words; the shortest and smallest the model makes. */
    protected final VideoRequest request() {
        return request(Optional.empty());
    }

    protected final VideoRequest request(Optional<URI> webhook) {
        VideoModel model = provider.models().stream().filter(it -> it.id().equals(model())).findFirst().orElseThrow();
        VideoModel.Format format = model.formats().get(0);
        return new VideoRequest(UUID.randomUUID(), UUID.randomUUID().toString(), model.id(),
                still(format.size(), Color.DARK_GRAY), still(format.size(), Color.ORANGE), format.resolution(), format.size(),
                model.durations().get(0), model.frameRates().get(0), Easing.LINEAR,
                model.supports(VideoModel.Feature.PROMPT) ? "petals open slowly" : "no words",
                model.supports(VideoModel.Feature.NEGATIVE_PROMPT) ? "flicker and haze" : "not even these", 7531902, Map.of(),
                webhook);
    }

    private Stream<DynamicTest> each(java.util.function.Predicate<Trouble> which, java.util.function.Consumer<Trouble> test) {
        Set<Trouble> known = fake.knows();
        return known.stream().sorted().filter(which).map(trouble -> DynamicTest.dynamicTest(trouble.name(), () -> {
            fake.clear();
            test.accept(trouble);
        }));
    }

    private static void assertIs(Failure failure, Trouble.Ending ending) {
        assertThat(failure.reason()).isEqualTo(ending.reason());
        assertThat(failure.billing()).isEqualTo(ending.billing());
        assertThat(failure.detail()).isNotBlank();
    }

    private Path still(Dimensions size, Color colour) {
        try {
            BufferedImage picture = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = picture.createGraphics();
            pen.setColor(colour);
            pen.fillRect(0, 0, size.width(), size.height());
            pen.dispose();
            Path file = Files.createTempFile(directory, "still-", ".png");
            ImageIO.write(picture, "png", file.toFile());
            return file;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Color colourOf(byte[] picture) throws IOException {
        return new Color(ImageIO.read(new ByteArrayInputStream(picture)).getRGB(10, 10));
    }
}
