package app.inbetween.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.inbetween.ledger.Hold;
import app.inbetween.price.Credits;
import io.quarkus.test.junit.QuarkusTest;

/** What costs nothing is held and charged like everything else: nothing of it. */
@QuarkusTest
class FreeClipTest extends OpenStudio {

    private String model;

    @BeforeEach
    void somethingIsFree() {
        model = provider.offers("gift");
        studio.price(model, 1, 0, 0, Instant.EPOCH);
    }

    @Test
    void aFreeClipIsDrawnAndChargesNothing() {
        Generation clip = studio.asks(ben, model);
        assertThat(ledger.openHolds(ben.id())).singleElement().extracting(Hold::amount).isEqualTo(Credits.ZERO);

        studio.dispatch();
        later();
        studio.poll();

        assertThat(studio.now(clip).state).isEqualTo(State.SUCCEEDED);
        assertThat(studio.videosOf(clip)).isEqualTo(1);
        assertThat(ledger.holdOf(clip.id).orElseThrow().state()).isEqualTo(Hold.State.CAPTURED);
        assertThat(credits()).isEqualTo("100 available, 0 held, 0 spent");
    }

    @Test
    void aFreeClipCanBeCalledOff() {
        Generation clip = studio.asks(ben, model);

        generations.cancel(ben.id(), clip.id);

        assertThat(studio.now(clip).state).isEqualTo(State.CANCELLED);
        assertThat(ledger.holdOf(clip.id).orElseThrow().state()).isEqualTo(Hold.State.RELEASED);
        assertThat(credits()).isEqualTo("100 available, 0 held, 0 spent");
    }
}
