package app.inbetween.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import app.inbetween.database.Sql;
import app.inbetween.media.FilmWorkshop;
import app.inbetween.notice.Notices;
import app.inbetween.storage.BlobStore;
import app.inbetween.storage.BlobStore.Blob;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** What becomes of a film after its clip is there: poster, preview and likeness, or the credits back. */
@QuarkusTest
class FinishingTest extends OpenStudio {

    @Inject
    BlobStore store;
    @Inject
    FilmWorkshop workshop;
    @Inject
    Finisher finisher;
    @Inject
    Notices notices;
    @Inject
    Sql sql;

    @Test
    void aFilmHasPosterPreviewAndLikenessOnceItIsSaved() throws IOException {
        Video video = delivered();

        Finish finish = video.finish().orElseThrow();
        assertThat(store.find(finish.posterKey())).isPresent();
        assertThat(store.find(finish.previewKey())).isPresent();
        assertThat(finish.firstSimilarity()).isBetween(-1.0, 1.0);
        assertThat(studio.filesWithoutRow()).isEmpty();
    }

    @Test
    void whatAStoppedNodeLeftUnfinishedIsFinishedByAnother() throws IOException {
        Video video = delivered();
        asIfItsNodeHadStopped(video);

        studio.finish();
        assertThat(again(video).finish()).as("the node that delivered it has its head start").isEmpty();
        clock.advance(Duration.ofMinutes(3));
        studio.finish();

        assertThat(store.find(again(video).finish().orElseThrow().posterKey())).isPresent();
        assertThat(studio.filesWithoutRow()).isEmpty();
    }

    @Test
    void aFilmThatCannotBeReadNowIsTriedAgainLaterAndLater() throws IOException {
        Video video = delivered();
        asIfItsNodeHadStopped(video);
        Path film = store.file(video.fileKey).orElseThrow();
        byte[] content = Files.readAllBytes(film);
        Files.delete(film);

        clock.advance(Duration.ofMinutes(3));
        studio.finish();
        assertThat(again(video).finish()).isEmpty();
        assertThat(Duration.between(clock.instant(), again(video).finishDueAt)).isCloseTo(Duration.ofMinutes(2),
                Duration.ofSeconds(1));
        clock.advance(Duration.ofMinutes(3));
        studio.finish();
        assertThat(Duration.between(clock.instant(), again(video).finishDueAt)).isCloseTo(Duration.ofMinutes(4),
                Duration.ofSeconds(1));
        Files.write(film, content);
        clock.advance(Duration.ofMinutes(5));
        studio.finish();

        assertThat(again(video).finish()).isPresent();
    }

    @Test
    void ofTwoThatFinishTheSameFilmTheFirstOneCounts() throws IOException {
        Video video = delivered();
        Finish first = video.finish().orElseThrow();

        finisher.finish(studio.now(video.generation), ScriptedProvider.film(), workshop.facts(ScriptedProvider.film()));

        assertThat(again(video).finish()).contains(first);
        assertThat(stored("posters/" + video.generation.id)).containsExactly(first.posterKey());
        assertThat(stored("previews/" + video.generation.id)).containsExactly(first.previewKey());
    }

    @Test
    void aFilmWithoutASinglePictureIsNoSuccess() {
        provider.onFetch = job -> spoilt(0);

        Generation clip = running();
        later();
        studio.poll();

        assertThat(studio.now(clip).state).isEqualTo(State.NEEDS_ATTENTION);
        assertThat(credits()).isEqualTo("98 available, 2 held, 0 spent");
    }

    @Test
    void aFilmThatBreaksOffAfterItsFirstPicturesIsPaidBack() {
        provider.onFetch = job -> spoilt(0.1);

        Video video = delivered();

        assertThat(studio.now(video.generation).state).isEqualTo(State.SUCCEEDED);
        assertThat(video.fault()).contains("Frame 47 of the film cannot be decoded.");
        assertThat(credits()).isEqualTo("100 available, 0 held, 0 spent");
        assertThat(notices.of(ben.id())).anySatisfy(notice -> {
            assertThat(notice.title()).isEqualTo("“Bud to bloom” does not play");
            assertThat(notice.text()).isEqualTo("2 credits came back to you.");
        });
    }

    private Video delivered() {
        Generation clip = running();
        later();
        studio.poll();
        assertThat(studio.now(clip).state).isEqualTo(State.SUCCEEDED);
        return QuarkusTransaction.requiringNew().call(() -> Video.of(clip)).orElseThrow();
    }

    private void asIfItsNodeHadStopped(Video video) {
        sql.run("""
                UPDATE video SET poster_key = NULL, preview_key = NULL, first_similarity = NULL, last_similarity = NULL,
                  finish_due_at = ? WHERE id = ?""", clock.instant().plus(Duration.ofMinutes(2)), video.id);
    }

    private static Video again(Video video) {
        return QuarkusTransaction.requiringNew().call(() -> Video.findById(video.id));
    }

    private List<String> stored(String prefix) throws IOException {
        try (Stream<Blob> blobs = store.list(prefix)) {
            return blobs.map(Blob::key).toList();
        }
    }

    /** The whole file, of whose pictures only that share, 0 to 1, is what it was. */
    private static Path spoilt(double share) {
        try {
            byte[] film = Files.readAllBytes(ScriptedProvider.film());
            int begin = new String(film, StandardCharsets.ISO_8859_1).indexOf("mdat") + 4;
            Arrays.fill(film, begin + (int) ((film.length - begin) * share), film.length, (byte) 0);
            return Files.write(Files.createTempFile("spoilt-", ".mp4"), film);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
