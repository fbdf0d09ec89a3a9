package app.inbetween.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import app.inbetween.generation.Studio.Person;
import app.inbetween.ledger.InsufficientCreditsException;
import app.inbetween.price.Credits;
import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.RemoteStatus;
import app.inbetween.provider.Submission;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class GenerationLifeTest extends OpenStudio {

    @Test
    void aClipIsHeldThenDrawnThenCharged() {
        Generation clip = studio.asks(ben);
        assertThat(credits()).isEqualTo("98 available, 2 held, 0 spent");

        studio.dispatch();
        assertThat(studio.now(clip).state).isEqualTo(State.RUNNING);
        later();
        studio.poll();

        assertThat(studio.now(clip).state).isEqualTo(State.SUCCEEDED);
        assertThat(studio.now(clip).charge()).isEqualTo(Credits.of(2));
        assertThat(credits()).isEqualTo("98 available, 0 held, 2 spent");
        assertThat(studio.videosOf(clip)).isEqualTo(1);
        assertThat(provider.forgotten).hasSize(1);
    }

    @Test
    void theProviderGetsBothFramesInItsExactSize() {
        studio.asks(ben);
        provider.onSubmit = request -> {
            assertThat(request.firstFrame()).exists();
            assertThat(request.lastFrame()).exists();
            return new Submission.Accepted("job");
        };

        studio.dispatch();

        assertThat(provider.submitted).singleElement().satisfies(request -> {
            assertThat(request.size()).isEqualTo(ScriptedProvider.SIZE);
            assertThat(request.prompt()).isEqualTo("it opens");
            assertThat(request.firstFrame()).doesNotExist();
        });
    }

    @Test
    void theSameKeyIsTheSameClip() {
        Generation first = generations.ask(studio.ask(ben, "click"));
        Generation second = generations.ask(studio.ask(ben, "click"));

        assertThat(second.id).isEqualTo(first.id);
        assertThat(credits()).isEqualTo("98 available, 2 held, 0 spent");
    }

    @Test
    void aKeyUsedForAnotherClipIsRefused() {
        generations.ask(studio.ask(ben, "click"));
        Ask swapped = studio.ask(new Person(ben.id(), ben.last(), ben.first()), "click");

        assertThatThrownBy(() -> generations.ask(swapped)).isInstanceOf(AskedDifferentlyException.class);
        assertThat(credits()).isEqualTo("98 available, 2 held, 0 spent");
    }

    @Test
    void withoutEnoughCreditsNothingIsStored() {
        for (int i = 0; i < 50; i++) {
            studio.asks(ben);
        }

        assertThatThrownBy(() -> generations.ask(studio.ask(ben, "one too many")))
                .isInstanceOf(InsufficientCreditsException.class);
        assertThat(Generation.count("owner", ben.id())).isEqualTo(50);
        assertThat(credits()).isEqualTo("0 available, 100 held, 0 spent");
    }

    @Test
    void aRejectedClipCostsNothing() {
        Generation clip = studio.asks(ben);
        provider.onSubmit = request -> new Submission.Rejected(
                new Failure(Reason.CONTENT_POLICY, Billing.NOT_BILLED, "nsfw"));

        studio.dispatch();

        assertThat(studio.now(clip).state).isEqualTo(State.FAILED);
        assertThat(studio.now(clip).fault().reason()).isEqualTo(Reason.CONTENT_POLICY);
        assertThat(credits()).isEqualTo("100 available, 0 held, 0 spent");
    }

    @Test
    void aBusyProviderIsAskedAgainLater() {
        Generation clip = studio.asks(ben);
        provider.onSubmit = request -> new Submission.Later(Duration.ofMinutes(1));
        studio.dispatch();
        assertThat(studio.now(clip).state).isEqualTo(State.QUEUED);

        studio.dispatch();
        assertThat(provider.submitted).as("not before its time").hasSize(1);
        provider.onSubmit = request -> new Submission.Accepted("job");
        later();
        studio.dispatch();

        assertThat(studio.now(clip).state).isEqualTo(State.RUNNING);
    }

    @Test
    void aShorterFilmThanAskedForCostsLess() {
        Generation clip = running();
        provider.onStatus = job -> new RemoteStatus.Succeeded("film", Optional.of(Duration.ofMillis(1500)));

        later();
        studio.poll();

        assertThat(studio.now(clip).charge()).isEqualTo(Credits.ofMillis(1500));
        assertThat(credits()).isEqualTo("98.5 available, 0 held, 1.5 spent");
    }

    @Test
    void aFilmThatDoesNotPlayNeedsAttentionAndKeepsItsHold() throws Exception {
        Generation clip = running();
        java.nio.file.Path garbage = java.nio.file.Files.writeString(java.nio.file.Files.createTempFile("garbage", ".mp4"),
                "<html>");
        provider.onFetch = job -> garbage;

        later();
        studio.poll();
        assertThat(studio.now(clip).state).isEqualTo(State.NEEDS_ATTENTION);
        assertThat(credits()).isEqualTo("98 available, 2 held, 0 spent");

        provider.onFetch = job -> ScriptedProvider.film();
        clock.advance(Duration.ofHours(3));
        studio.save();
        assertThat(studio.now(clip).state).as("looked at again, and well").isEqualTo(State.SUCCEEDED);
        assertThat(credits()).isEqualTo("98 available, 0 held, 2 spent");
    }

    @Test
    void aFilmThatCannotBeFetchedNowIsFetchedLater() {
        Generation clip = running();
        provider.onFetch = job -> {
            throw new ProviderUnavailableException("timeout");
        };
        later();
        studio.poll();
        assertThat(studio.now(clip).state).isEqualTo(State.SAVING);

        provider.onFetch = job -> ScriptedProvider.film();
        later();
        studio.save();

        assertThat(studio.now(clip).state).isEqualTo(State.SUCCEEDED);
        assertThat(studio.videosOf(clip)).isEqualTo(1);
    }
}
