package app.inbetween.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import app.inbetween.generation.pace.Lane;
import app.inbetween.generation.pace.Lanes;
import app.inbetween.media.Ffmpeg;
import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.RemoteStatus;
import app.inbetween.provider.Submission;
import app.inbetween.storage.BlobStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** Films whose address has expired, that come in pieces, or in another size. */
@QuarkusTest
class RefetchTest extends OpenStudio {

    @Inject
    BlobStore store;
    @Inject
    Lanes lanes;

    @Test
    void aFilmWhoseAddressExpiredIsFetchedFromTheNewOne() {
        Generation clip = running();
        provider.onStatus = job -> new RemoteStatus.Succeeded(provider.fetched.isEmpty() ? "old" : "new", Optional.empty());
        provider.onFetch = job -> provider.fetched.contains("new") ? ScriptedProvider.film() : null;

        later();
        studio.poll();

        assertThat(provider.fetched).containsExactly("old", "new");
        assertThat(studio.now(clip).state).isEqualTo(State.SUCCEEDED);
        assertThat(studio.now(clip).attempt.resultLocation).isEqualTo("new");
        assertThat(credits()).isEqualTo("98 available, 0 held, 2 spent");
    }

    @Test
    void aFilmThatIsNowhereElseNeedsAttention() {
        Generation clip = running();
        provider.onFetch = job -> null;

        later();
        studio.poll();

        assertThat(provider.fetched).containsExactly("film");
        assertThat(studio.now(clip).state).isEqualTo(State.NEEDS_ATTENTION);
        assertThat(credits()).isEqualTo("98 available, 2 held, 0 spent");
    }

    @Test
    void aFilmThatStaysLostIsPaidBackInTheEndAndBilledToTheStudio() {
        Generation clip = needingAttention();

        clock.advance(Duration.ofDays(6));
        studio.save();
        assertThat(studio.now(clip).state).isEqualTo(State.NEEDS_ATTENTION);
        clock.advance(Duration.ofDays(2));
        studio.save();

        assertThat(studio.now(clip).state).isEqualTo(State.FAILED);
        assertThat(studio.now(clip).fault().reason()).isEqualTo(Failure.Reason.RESULT_EXPIRED);
        assertThat(studio.now(clip).fault().billing()).isEqualTo(Billing.BILLED);
        assertThat(credits()).isEqualTo("100 available, 0 held, 0 spent");
    }

    @Test
    void aProviderWhoseAddressesNeverWorkIsNotAskedForEver() {
        Generation clip = running();
        provider.onStatus = job -> new RemoteStatus.Succeeded("address " + provider.fetched.size(), Optional.empty());
        provider.onFetch = job -> null;

        later();
        studio.poll();

        assertThat(provider.fetched).hasSize(2);
        assertThat(studio.now(clip).state).isEqualTo(State.NEEDS_ATTENTION);
    }

    @Test
    void aFilmIsAskedForAgainWhenTheProviderCannotSayNowWhereItIs() {
        Generation clip = running();
        provider.onFetch = job -> {
            provider.onStatus = again -> {
                throw new ProviderUnavailableException("503");
            };
            return null;
        };

        later();
        studio.poll();

        assertThat(studio.now(clip).state).isEqualTo(State.SAVING);
    }

    @Test
    void aFilmIsNotAskedForBeforeTheTimeThatWasNamed() {
        Generation clip = running();
        provider.onFetch = job -> {
            throw new ProviderUnavailableException("503", Optional.of(Duration.ofMinutes(10)));
        };

        for (int i = 0; i < 9; i++) {
            clock.advance(Duration.ofMinutes(13));
            studio.poll();
            studio.save();
            clock.advance(Duration.ofMinutes(9));
            studio.save();
        }
        assertThat(provider.fetched).as("once each time that it may be").hasSize(9);
        assertThat(studio.now(clip).state).isEqualTo(State.SAVING);
        provider.onFetch = job -> ScriptedProvider.film();
        clock.advance(Duration.ofMinutes(3));
        studio.save();

        assertThat(studio.now(clip).state).isEqualTo(State.SUCCEEDED);
    }

    @Test
    void whereNoTimeIsNamedAFilmIsAskedForAfterTheUsualPause() {
        Generation clip = running();
        provider.onFetch = job -> {
            throw new ProviderUnavailableException("429", Optional.of(Duration.ZERO));
        };

        later();
        for (int i = 0; i < 9; i++) {
            studio.poll();
            studio.save();
            later();
        }
        assertThat(studio.now(clip).attempt.misses).isEqualTo(9);
        assertThat(studio.now(clip).state).isEqualTo(State.SAVING);
        studio.save();

        assertThat(studio.now(clip).state).isEqualTo(State.NEEDS_ATTENTION);
    }

    @Test
    void whoIsAskedForAFilmsAddressAndHasNoRoomIsAskedNothingElse() {
        Generation clip = running();
        provider.onFetch = job -> {
            provider.onStatus = again -> {
                throw new ProviderUnavailableException("429", Optional.of(Duration.ofMinutes(10)));
            };
            return null;
        };

        later();
        studio.poll();

        assertThat(lanes.closed(Lane.QUERY)).containsEntry("scripted", Duration.ofMinutes(10));
        assertThat(studio.now(clip).dueAt).isAfterOrEqualTo(clock.instant().plus(Duration.ofMinutes(10)));
    }

    @Test
    void aFilmThatCameInPartIsFetchedAgain() throws IOException {
        Generation clip = running();
        byte[] whole = Files.readAllBytes(ScriptedProvider.film());
        Path part = Files.write(Files.createTempFile("part", ".mp4"), Arrays.copyOf(whole, whole.length - 100));
        provider.onFetch = job -> part;

        later();
        studio.poll();
        assertThat(studio.now(clip).state).isEqualTo(State.SAVING);
        provider.onFetch = job -> ScriptedProvider.film();
        later();
        studio.save();

        assertThat(studio.now(clip).state).isEqualTo(State.SUCCEEDED);
    }

    @Test
    void theProvidersFileIsKeptByteForByte() throws IOException {
        Generation clip = running();

        later();
        studio.poll();

        Video video = video(clip);
        try (InputStream kept = store.read(video.fileKey, 0, video.bytes)) {
            assertThat(kept.readAllBytes()).isEqualTo(Files.readAllBytes(ScriptedProvider.film()));
        }
    }

    @Test
    void aFilmOfAnotherSizeIsMeasuredAllTheSame() throws IOException {
        Path still = Files.createTempFile("still", ".png");
        provider.onSubmit = request -> {
            copy(request.firstFrame(), still);
            return new Submission.Accepted("job");
        };
        Generation clip = running();
        Path film = Files.createTempFile("larger", ".mp4");
        new Ffmpeg().run(Duration.ofSeconds(30), "-y", "-loop", "1", "-framerate", "24", "-t", "1", "-i", "file:" + still,
                "-vf",
                "scale=240:144:flags=bicubic", "-c:v", "libopenh264", "-pix_fmt", "yuv420p", "-movflags", "+faststart", "-f",
                "mp4",
                "file:" + film);
        provider.onFetch = job -> film;

        later();
        studio.poll();

        assertThat(video(clip).width).isEqualTo(240);
        assertThat(video(clip).firstSimilarity).isGreaterThan(0.9);
        assertThat(video(clip).lastSimilarity).isBetween(0.1, 0.95);
    }

    private Video video(Generation clip) {
        return QuarkusTransaction.requiringNew().call(() -> Video.<Video> find("generation.id", clip.id).singleResult());
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
