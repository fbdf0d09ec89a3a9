package app.inbetween.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.inbetween.frame.Frame;
import app.inbetween.generation.Estate.Contents;
import app.inbetween.generation.Studio.Person;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class EstateTest extends OpenStudio {

    @Inject
    Estate estate;

    private Person cleo;

    @BeforeEach
    void cleoIsThere() {
        // Whoever is equipped has the same two pictures.
        cleo = studio.person("cleo");
    }

    @Test
    void onlyWhatWaitsIsCalledOff() {
        Generation running = running();
        Generation waiting = studio.asks(ben);

        assertThat(estate.cancelWaiting(ben.id())).isEqualTo(1);
        assertThat(estate.cancelWaiting(ben.id())).isZero();

        assertThat(studio.now(waiting).state).isEqualTo(State.CANCELLED);
        assertThat(studio.now(running).state).isEqualTo(State.RUNNING);
        assertThat(studio.now(running).isCancelRequested()).isFalse();
        assertThat(credits()).isEqualTo("98 available, 2 held, 0 spent");
    }

    @Test
    void picturesTheHeirHasAreNotHandedOverTwice() {
        Generation clip = running();

        assertThat(handOver()).isEqualTo(new Contents(1, 0));

        assertThat(studio.now(clip).firstFrame).isEqualTo(cleo.first());
        assertThat(studio.now(clip).lastFrame).isEqualTo(cleo.last());
        assertThat(framesOf(ben.id())).hasSize(2);
        assertThat(framesOf(cleo.id())).hasSize(2);
    }

    @Test
    void whatIsUnderWayIsPaidByWhoAskedAndBelongsToTheHeir() {
        Generation clip = running();
        handOver();
        later();

        studio.poll();

        assertThat(studio.now(clip).state).isEqualTo(State.SUCCEEDED);
        assertThat(QuarkusTransaction.requiringNew().call(() -> Video.of(clip)).orElseThrow().owner).isEqualTo(cleo.id());
        assertThat(credits()).isEqualTo("98 available, 0 held, 2 spent");
        assertThat(ledger.balance(cleo.id()).spent().isPositive()).isFalse();
    }

    @Test
    void theHeirMayCallOffWhatWaitsAndItsCreditsGoBackToWhoeverHeldThem() {
        Generation waiting = studio.asks(ben);
        handOver();

        generations.cancel(cleo.id(), waiting.id);

        assertThat(studio.now(waiting).state).isEqualTo(State.CANCELLED);
        assertThat(credits()).isEqualTo("100 available, 0 held, 0 spent");
    }

    @Test
    void theSameKeyOfBothIsNoObstacle() {
        generations.ask(studio.ask(ben, "same"));
        generations.ask(studio.ask(cleo, "same"));

        assertThat(handOver()).isEqualTo(new Contents(1, 0));
        assertThat(estate.of(ben.id())).isEqualTo(new Contents(0, 2));
        assertThat(estate.of(cleo.id())).isEqualTo(new Contents(2, 2));
    }

    private Contents handOver() {
        return QuarkusTransaction.requiringNew().call(() -> estate.handOver(ben.id(), cleo.id()));
    }

    private List<UUID> framesOf(UUID person) {
        return QuarkusTransaction.requiringNew().call(() -> Frame.recentOf(person, 10)).stream().map(frame -> frame.id)
                .toList();
    }
}
