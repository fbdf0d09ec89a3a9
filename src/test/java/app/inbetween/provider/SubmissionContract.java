package app.inbetween.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import app.inbetween.fakes.FakeTask;
import app.inbetween.fakes.Trouble;

/** What is sent, what is told of an answer that says so, and when nothing is sent at all. */
abstract class SubmissionContract extends ProviderTestbed {

    @Test
    void theFramesArriveAsTheyAre() throws IOException {
        VideoRequest request = request();

        accepted(request);

        FakeTask task = fake().tasks().get(0);
        assertThat(Stills.colourOf(task.firstFrame())).isEqualTo(Color.DARK_GRAY);
        assertThat(Stills.colourOf(task.lastFrame())).isEqualTo(Color.ORANGE);
        assertThat(task.length().minus(request.duration()).abs()).isLessThan(Duration.ofMillis(100));
    }

    @Test
    void whatTheModelReadsArrives() {
        VideoRequest request = request();

        accepted(request);

        String input = fake().tasks().get(0).input().toString();
        VideoModel model = provider().models().stream().filter(it -> it.id().equals(model())).findFirst().orElseThrow();
        assertThat(input.contains(request.prompt())).isEqualTo(model.supports(VideoModel.Feature.PROMPT));
        assertThat(input.contains(request.negativePrompt())).isEqualTo(model.supports(VideoModel.Feature.NEGATIVE_PROMPT));
        assertThat(input.contains(Long.toString(request.seed()))).isEqualTo(model.supports(VideoModel.Feature.SEED));
    }

    @Test
    void whereNobodyListensNothingWasSent() {
        VideoRequest request = request();
        fake().close();

        Submission submission = provider().submit(request, CLEARED);

        assertThat(submission).isInstanceOf(Submission.NotSent.class);
    }

    /** As when another node has taken the job over while frames were uploaded. */
    @Test
    void whatIsNotClearedAnyMoreIsNotSent() {
        VideoRequest request = request();
        Clearance refused = () -> {
            throw new IllegalStateException("taken over");
        };

        assertThatThrownBy(() -> provider().submit(request, refused)).hasMessage("taken over");

        assertThat(fake().tasks()).isEmpty();
    }

    @Test
    void clearanceIsAskedForWhenEverythingThatCostsNothingIsDone() {
        List<List<String>> before = new ArrayList<>();

        Submission submission = provider().submit(request(), () -> before.add(fake().log()));

        assertThat(submission).isInstanceOf(Submission.Accepted.class);
        assertThat(before).hasSize(1);
        assertThat(fake().log()).hasSize(before.get(0).size() + 1);
    }

    /** As when an operator takes it out of the catalogue while a clip waits. */
    @Test
    void aModelThatIsNotThereAnyMoreIsRefusedAndLeavesNothingUnknown() {
        VideoRequest it = request();
        VideoRequest gone = new VideoRequest(it.generation(), it.attemptToken(), model() + "-gone", it.firstFrame(),
                it.lastFrame(), it.resolution(), it.size(), it.duration(), it.frameRate(), it.easing(), it.prompt(),
                it.negativePrompt(), it.seed(), it.options(), it.webhook());

        assertThat(provider().submit(gone, CLEARED)).isInstanceOf(Submission.Rejected.class);
        assertThat(fake().tasks()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> whenThereIsNoRoomItSaysForHowLong() {
        return each(trouble -> trouble.name().startsWith("RATE_LIMITED"), trouble -> {
            fake().announce(trouble);

            Submission submission = provider().submit(request(), CLEARED);

            assertThat(submission).isInstanceOf(Submission.Later.class);
            assertThat(((Submission.Later) submission).pause()).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
            assertThat(fake().tasks()).isEmpty();
        });
    }

    /** The fake's own promise, to whoever plays with it. */
    @Test
    void aLimitThatIsAskedForInWordsEnds() {
        fake().liftLimits();
        VideoRequest it = request();
        VideoRequest limited = new VideoRequest(it.generation(), it.attemptToken(), it.model(), it.firstFrame(), it.lastFrame(),
                it.resolution(), it.size(), it.duration(), it.frameRate(), it.easing(), "it opens #trouble rate-limited",
                it.negativePrompt(), it.seed(), it.options(), it.webhook());

        List<Class<?>> answers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            answers.add(provider().submit(limited, CLEARED).getClass());
        }

        assertThat(answers).containsExactly(Submission.Later.class, Submission.Later.class, Submission.Accepted.class,
                Submission.Later.class);
    }

    @TestFactory
    Stream<DynamicTest> aRefusalSaysWhy() {
        return each(trouble -> trouble.when() == Trouble.When.SUBMIT && fake().ending(trouble).reason() != null,
                trouble -> {
                    fake().announce(trouble);

                    Submission submission = provider().submit(request(), CLEARED);

                    assertThat(submission).isInstanceOf(Submission.Rejected.class);
                    assertIs(((Submission.Rejected) submission).failure(), fake().ending(trouble));
                    assertThat(fake().tasks()).isEmpty();
                });
    }

    @TestFactory
    Stream<DynamicTest> anUploadThatFailsSubmitsNothing() {
        return each(trouble -> trouble.when() == Trouble.When.UPLOAD, trouble -> {
            fake().announce(trouble);

            Submission submission = provider().submit(request(), CLEARED);

            assertThat(submission).isInstanceOf(Submission.NotSent.class);
            assertThat(fake().tasks()).isEmpty();
        });
    }

    final Stream<DynamicTest> each(Predicate<Trouble> which, Consumer<Trouble> test) {
        Set<Trouble> known = fake().knows();
        return known.stream().sorted().filter(which).map(trouble -> DynamicTest.dynamicTest(trouble.name(), () -> {
            fake().clear();
            test.accept(trouble);
        }));
    }

    static void assertIs(Failure failure, Trouble.Ending ending) {
        assertThat(failure.reason()).isEqualTo(ending.reason());
        assertThat(failure.billing()).isEqualTo(ending.billing());
        assertThat(failure.detail()).isNotBlank();
    }
}
