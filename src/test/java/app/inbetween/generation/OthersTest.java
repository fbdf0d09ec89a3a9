package app.inbetween.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.Reconciliation;
import app.inbetween.provider.Submission;
import app.inbetween.provider.VideoRequest;
import io.quarkus.test.junit.QuarkusTest;

/** What a provider is told of the clips besides the one it looks for. */
@QuarkusTest
class OthersTest extends OpenStudio {

    /** No other test's. */
    private final String words = "petals of " + UUID.randomUUID();

    @Inject
    Others others;

    @Test
    void twoLostClipsWithTheSameWordsAreTwins() {
        Generation first = unknown(asksFor(words));
        clock.advance(Duration.ofMinutes(20));
        Generation second = unknown(asksFor(" " + words + "\n"));

        assertThat(others.hasTwin(requestOf(first))).isTrue();
        assertThat(others.hasTwin(requestOf(second))).isTrue();
    }

    @Test
    void aClipAloneHasNoTwin() {
        Generation clip = unknown(asksFor(words));
        unknown(asksFor("other " + words));

        assertThat(others.hasTwin(requestOf(clip))).isFalse();
    }

    @Test
    void aClipWhoseJobIsKnownIsNoTwinButOwnsThatJob() {
        Generation lost = unknown(asksFor(words));
        provider.onSubmit = request -> new Submission.Accepted("job-of-" + words);
        Generation other = asksFor(words);
        studio.dispatch();

        assertThat(others.hasTwin(requestOf(lost))).isFalse();
        assertThat(others.own(requestOf(lost), "job-of-" + words)).isTrue();
        assertThat(others.own(requestOf(other), "job-of-" + words)).as("it is its own").isFalse();
        assertThat(others.own(requestOf(lost), "job-of-nobody")).isFalse();
    }

    @Test
    void aClipThatWasRefusedMadeNoJob() {
        Generation lost = unknown(asksFor(words));
        provider.onSubmit = request -> new Submission.Rejected(
                new Failure(Reason.INPUT_INVALID, Billing.NOT_BILLED, "no"));
        asksFor(words);
        studio.dispatch();

        assertThat(others.hasTwin(requestOf(lost))).isFalse();
    }

    @Test
    void aClipThatWasGivenUpMayHaveMadeOne() {
        Generation given = unknown(asksFor(words));
        Generation lost = unknown(asksFor(words));
        VideoRequest request = requestOf(lost);

        clock.advance(Studio.aLongTime());
        studio.reconcile();

        assertThat(studio.now(given).state).isEqualTo(State.FAILED);
        assertThat(others.hasTwin(request)).isTrue();
    }

    @Test
    void aClipOfAnotherTimeIsNoTwin() {
        Generation lost = unknown(asksFor(words));
        clock.advance(Duration.ofHours(2));
        unknown(asksFor(words));

        assertThat(others.hasTwin(requestOf(lost))).isFalse();
    }

    @Test
    void whatIsAnotherClipsIsNeverAttachedToALostOne() {
        provider.onSubmit = request -> new Submission.Accepted("job-of-" + words);
        asksFor(words);
        studio.dispatch();
        Generation lost = unknown(asksFor(words));
        provider.onReconcile = () -> new Reconciliation.Found("job-of-" + words);

        later();
        studio.reconcile();

        assertThat(studio.now(lost).state).isEqualTo(State.UNKNOWN);
        assertThat(studio.now(lost).attempt.remoteId).isNull();
    }

    private Generation asksFor(String prompt) {
        Ask it = studio.ask(ben, UUID.randomUUID().toString());
        Settings usual = it.settings();
        return generations.ask(new Ask(it.owner(), it.key(), it.title(), it.firstFrame(), it.lastFrame(),
                new Settings(usual.model(), usual.resolution(), usual.width(), usual.height(), usual.durationMillis(),
                        usual.frameRate(), usual.easing(), prompt, "", usual.seed()),
                it.quote()));
    }

    private VideoRequest requestOf(Generation clip) {
        return provider.submitted.stream().filter(it -> it.generation().equals(clip.id)).findFirst().orElseThrow()
                .sentAt(studio.now(clip).attempt.sentAt);
    }
}
