package app.inbetween.generation;

import static app.inbetween.books.BookAssertions.assertBalanced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import app.inbetween.database.Sql;
import app.inbetween.generation.Intervention.Verb;
import app.inbetween.media.UnplayableVideoException;
import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.RemoteStatus;
import app.inbetween.provider.Submission;
import app.inbetween.storage.BlobStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class InterventionsTest extends OpenStudio {

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

    @AfterEach
    void theBooksBalance() {
        assertBalanced(ben.id());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = { "QUEUED | none", "RUNNING | none",
            "SAVING | DELIVER ATTACH", "UNKNOWN | ATTACH RELEASE RETRY LOSE",
            "NEEDS_ATTENTION | DELIVER ATTACH RELEASE RETRY LOSE", "SUCCEEDED | none", "FAILED | none", "CANCELLED | none" })
    void whatMakesNoSenseIsRefusedAndChangesNothing(State state, String sense) throws IOException {
        Generation clip = clip(state);
        List<Verb> possible = sense == null ? List.of() : Arrays.stream(sense.split(" ")).map(Verb::valueOf).toList();
        String before = credits();

        assertThat(interventions.possible(studio.now(clip))).isEqualTo(possible);
        for (Verb verb : Verb.values()) {
            if (!possible.contains(verb)) {
                assertThatThrownBy(() -> decide(clip, verb, state)).isInstanceOf(MovedOnException.class)
                        .hasMessageContaining("moved on meanwhile");
            }
        }

        assertThat(studio.now(clip).state).isEqualTo(state);
        assertThat(credits()).isEqualTo(before);
        assertThat(interventions.madeFor(clip.id)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Verb.class)
    void whatWasDecidedOnAnotherStateIsRefused(Verb verb) throws IOException {
        Generation clip = verb == Verb.DELIVER ? needingAttention() : unknown();
        State other = verb == Verb.DELIVER ? State.UNKNOWN : State.NEEDS_ATTENTION;

        assertThatThrownBy(() -> decide(clip, verb, other)).isInstanceOf(MovedOnException.class);

        assertThat(credits()).isEqualTo("98 available, 2 held, 0 spent");
    }

    @ParameterizedTest
    @EnumSource(value = State.class, names = { "UNKNOWN", "NEEDS_ATTENTION" })
    void aReleaseGivesTheCreditsBack(State state) throws IOException {
        Generation clip = clip(state);

        decide(clip, Verb.RELEASE, state);

        assertThat(studio.now(clip).state).isEqualTo(State.FAILED);
        assertThat(studio.now(clip).failureReason).isEqualTo(Reason.GIVEN_UP);
        assertThat(studio.now(clip).failureBilling).isEqualTo(Billing.BILLED);
        assertThat(credits()).isEqualTo("100 available, 0 held, 0 spent");
        assertThat(statement()).isEqualTo("the studio gave this clip up");
    }

    @ParameterizedTest
    @EnumSource(value = State.class, names = { "UNKNOWN", "NEEDS_ATTENTION" })
    void whatIsLostIsSaidToBeLost(State state) throws IOException {
        Generation clip = clip(state);

        decide(clip, Verb.LOSE, state);

        assertThat(studio.now(clip).failureReason).isEqualTo(Reason.LOST);
        assertThat(credits()).isEqualTo("100 available, 0 held, 0 spent");
        assertThat(statement()).isEqualTo("the provider lost this clip");
    }

    @ParameterizedTest
    @CsvSource({ "BILLED, 200000", "NOT_BILLED,", "UNKNOWN," })
    void whatTheProviderBillsForAReleasedClipIsEntered(Billing billing, Long micros) {
        Generation clip = unknown(studio.asksForBilledClip(ben));

        Intervention wish = wish(clip, State.UNKNOWN);
        QuarkusTransaction.requiringNew().run(() -> interventions.release(wish, billing));

        assertThat(cost(clip)).isEqualTo(Optional.ofNullable(micros));
        assertThat(studio.now(clip).failureBilling).isEqualTo(billing);
    }

    @ParameterizedTest
    @EnumSource(value = State.class, names = { "UNKNOWN", "NEEDS_ATTENTION" })
    void aRetryIsSentUnderTheSameHold(State state) throws IOException {
        Generation clip = clip(state);

        decide(clip, Verb.RETRY, state);
        assertThat(studio.now(clip).state).isEqualTo(State.QUEUED);
        assertThat(credits()).isEqualTo("98 available, 2 held, 0 spent");
        int sent = provider.submitted.size();
        provider.onSubmit = request -> new Submission.Accepted("second");
        provider.onFetch = job -> ScriptedProvider.film();
        later();
        studio.dispatch();
        later();
        studio.poll();

        assertThat(provider.submitted).hasSize(sent + 1);
        assertThat(studio.now(clip).state).isEqualTo(State.SUCCEEDED);
        assertThat(credits()).isEqualTo("98 available, 0 held, 2 spent");
    }

    @Test
    void whatIsNotOnOfferAnyMoreOrWasCalledOffIsNotSentAgain() {
        Generation clip = unknown();
        provider.close();
        assertThat(interventions.possible(studio.now(clip))).doesNotContain(Verb.RETRY);

        provider.open();
        QuarkusTransaction.requiringNew()
                .run(() -> sql.run("UPDATE generation SET cancel_requested_at = now() WHERE id = ?", clip.id));
        assertThat(interventions.possible(studio.now(clip))).doesNotContain(Verb.RETRY);
    }

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

    @ParameterizedTest
    @EnumSource(Verb.class)
    void aSecondClickIsTheSameDecision(Verb verb) throws IOException {
        Generation clip = needingAttention();
        Intervention wish = wish(clip, State.NEEDS_ATTENTION);

        assertThat(carryOut(wish, verb)).isPresent();
        assertThat(carryOut(wish, verb)).isEmpty();

        assertThat(interventions.madeFor(clip.id)).singleElement().satisfies(made -> {
            assertThat(made.verb()).isEqualTo(verb);
            assertThat(made.actor()).isEqualTo(ben.id());
            assertThat(made.reason()).isEqualTo("looked at the provider");
        });
    }

    @Test
    void whoeverHasTheFilmInHandIsReplaced() throws Exception {
        Generation clip = needingAttention();
        CountDownLatch fetching = new CountDownLatch(1);
        CountDownLatch decision = new CountDownLatch(1);
        provider.onFetch = job -> {
            fetching.countDown();
            await(decision);
            return ScriptedProvider.film();
        };
        clock.advance(Duration.ofHours(3));

        CompletableFuture<Void> saver = CompletableFuture.runAsync(studio::save);
        fetching.await();
        decide(clip, Verb.RELEASE, State.NEEDS_ATTENTION);
        decision.countDown();
        saver.join();

        assertThat(studio.now(clip).state).isEqualTo(State.FAILED);
        assertThat(credits()).isEqualTo("100 available, 0 held, 0 spent");
        assertThat(studio.videosOf(clip)).isZero();
        assertThat(studio.filesWithoutRow()).isEmpty();
    }

    @Test
    void ofADeliveryAndAReleaseAtOnceExactlyOneWins() throws Exception {
        for (int round = 0; round < 12; round++) {
            Generation clip = needingAttention();
            Generation seen = studio.now(clip);
            clock.advance(Duration.ofHours(3));
            Claim claim = claims.due(State.NEEDS_ATTENTION).get(0);
            Film film = interventions.receive(wish(clip, State.NEEDS_ATTENTION), ScriptedProvider.film());
            Intervention wish = wish(clip, State.NEEDS_ATTENTION);
            CountDownLatch start = new CountDownLatch(1);

            CompletableFuture<Boolean> delivered = attempt(start, () -> outcomes.succeeded(claim, seen, film));
            CompletableFuture<Boolean> released = attempt(start, () -> QuarkusTransaction.requiringNew()
                    .run(() -> interventions.release(wish, Billing.NOT_BILLED)));
            start.countDown();

            assertThat(delivered.join()).isNotEqualTo(released.join());
            assertThat(studio.now(clip).state).isEqualTo(delivered.join() ? State.SUCCEEDED : State.FAILED);
            assertThat(studio.videosOf(clip)).isEqualTo(delivered.join() ? 1 : 0);
            leases.release(claim);
            provider.open();
        }
    }

    private static CompletableFuture<Boolean> attempt(CountDownLatch start, Runnable deed) {
        return CompletableFuture.supplyAsync(() -> {
            await(start);
            try {
                deed.run();
                return true;
            } catch (ReplacedException | MovedOnException e) {
                return false;
            }
        });
    }

    private Generation clip(State state) {
        Generation clip = state == State.UNKNOWN ? unknown()
                : state == State.NEEDS_ATTENTION ? needingAttention() : other(state);
        assertThat(studio.now(clip).state).isEqualTo(state);
        return clip;
    }

    private Generation other(State state) {
        Generation clip = studio.asks(ben);
        if (state == State.CANCELLED) {
            generations.cancel(ben.id(), clip.id);
        } else if (state == State.FAILED) {
            provider.onSubmit = request -> new Submission.Rejected(new Failure(Reason.CONTENT_POLICY, Billing.NOT_BILLED, ""));
        } else if (state == State.SAVING) {
            provider.onFetch = job -> {
                throw new ProviderUnavailableException("timeout");
            };
        }
        if (state != State.QUEUED) {
            studio.dispatch();
        }
        if (state == State.SAVING || state == State.SUCCEEDED) {
            later();
            studio.poll();
        }
        return clip;
    }

    private void decide(Generation clip, Verb verb, State seen) throws IOException {
        carryOut(wish(clip, seen), verb);
    }

    private Optional<Generation> carryOut(Intervention wish, Verb verb) throws IOException {
        Film film = verb == Verb.ATTACH ? interventions.receive(wish, ScriptedProvider.film()) : null;
        return QuarkusTransaction.requiringNew().call(() -> switch (verb) {
            case DELIVER -> interventions.deliver(wish);
            case ATTACH -> interventions.attach(wish, film);
            case RELEASE -> interventions.release(wish, Billing.BILLED);
            case RETRY -> interventions.retry(wish);
            case LOSE -> interventions.lose(wish, Billing.UNKNOWN);
        });
    }

    private Intervention wish(Generation clip, State seen) {
        return new Intervention(UUID.randomUUID(), clip.id, seen, ben.id(), "looked at the provider");
    }

    private Optional<Long> cost(Generation clip) {
        return sql.first("SELECT dollar_micros FROM provider_cost WHERE generation_id = ?", row -> row.getLong(1), clip.id);
    }

    /** The newest line of ben's statement. */
    private String statement() {
        return sql.one("SELECT reason FROM credit_entry WHERE user_id = ? ORDER BY seq DESC LIMIT 1", row -> row.getString(1),
                ben.id());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
