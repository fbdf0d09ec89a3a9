package app.inbetween.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import app.inbetween.database.Sql;
import app.inbetween.generation.Intervention.Verb;
import app.inbetween.provider.Billing;
import app.inbetween.storage.BlobStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** Of several decisions about one clip, or of one and its worker, exactly one counts. */
@QuarkusTest
class InterventionRacesTest extends Intervening {

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

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
