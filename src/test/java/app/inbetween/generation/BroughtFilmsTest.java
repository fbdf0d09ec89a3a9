package app.inbetween.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import app.inbetween.database.Sql;
import app.inbetween.generation.Intervention.Verb;
import app.inbetween.media.UnplayableVideoException;
import app.inbetween.provider.RemoteStatus;
import app.inbetween.storage.BlobStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** An operator has a film fetched at once, or brings it. */
@QuarkusTest
class BroughtFilmsTest extends Intervening {

    @Inject
    Interventions interventions;
    @Inject
    Outcomes outcomes;
    @Inject
    Claims claims;
    @Inject
    Leases leases;
    @Inject
    BlobStore store;
    @Inject
    Sql sql;

    @ParameterizedTest
    @EnumSource(value = State.class, names = { "SAVING", "NEEDS_ATTENTION" })
    void aFilmThatIsWantedNowIsFetchedBeforeItsTime(State state) throws IOException {
        Generation clip = clip(state);
        provider.onFetch = job -> ScriptedProvider.film();
        studio.save();
        assertThat(studio.now(clip).state).as("not before its time").isEqualTo(state);

        decide(clip, Verb.DELIVER, state);
        studio.save();

        assertThat(studio.now(clip).state).isEqualTo(State.SUCCEEDED);
        assertThat(credits()).isEqualTo("98 available, 0 held, 2 spent");
    }

    @ParameterizedTest
    @EnumSource(value = State.class, names = { "SAVING", "NEEDS_ATTENTION", "UNKNOWN" })
    void aFilmThatIsBroughtIsDeliveredAndCharged(State state) throws IOException {
        Generation clip = clip(state);

        decide(clip, Verb.ATTACH, state);

        assertThat(studio.now(clip).state).isEqualTo(State.SUCCEEDED);
        assertThat(credits()).isEqualTo("98 available, 0 held, 2 spent");
        Video video = QuarkusTransaction.requiringNew().call(() -> Video.of(clip).orElseThrow());
        assertThat(video.width).isEqualTo(160);
        assertThat(studio.filesWithoutRow()).isEmpty();
        assertThat(store.list("videos/").anyMatch(blob -> blob.key().equals(video.fileKey))).isTrue();
    }

    @Test
    void aFilmThatIsBroughtCostsWhatTheProviderBilled() throws IOException {
        Generation clip = studio.asksForBilledClip(ben);
        provider.onStatus = job -> new RemoteStatus.Succeeded("film", Optional.of(Duration.ofMillis(1500)));
        needingAttention(clip);

        decide(clip, Verb.ATTACH, State.NEEDS_ATTENTION);

        assertThat(credits()).isEqualTo("98.5 available, 0 held, 1.5 spent");
        assertThat(cost(clip)).contains(150_000L);
    }

    @Test
    void aFileThatDoesNotPlayChangesNothing() throws IOException {
        Generation clip = needingAttention();
        Path page = Files.writeString(Files.createTempFile("page", ".mp4"), "<html>");

        assertThatThrownBy(() -> interventions.receive(wish(clip, State.NEEDS_ATTENTION), page))
                .isInstanceOf(UnplayableVideoException.class);

        assertThat(studio.now(clip).state).isEqualTo(State.NEEDS_ATTENTION);
        assertThat(studio.filesWithoutRow()).isEmpty();
    }
}
