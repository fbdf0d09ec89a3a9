package app.inbetween.generation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure.Reason;
import io.quarkus.test.junit.QuarkusTest;

/** A provider may cease to offer a model while a clip waits for it. */
@QuarkusTest
class DroppedModelTest extends OpenStudio {

    @Test
    void aClipWhoseModelIsGoneFailsAndSaysSo() {
        String model = provider.offers("passing");
        studio.price(model, 1, 1000, 0, clock.instant().minusSeconds(60));
        Generation clip = studio.asks(ben, model);
        provider.drops(model);

        studio.dispatch();

        assertThat(studio.now(clip).state).isEqualTo(State.FAILED);
        assertThat(studio.now(clip).fault().reason()).isEqualTo(Reason.INPUT_INVALID);
        assertThat(studio.now(clip).fault().billing()).isEqualTo(Billing.NOT_BILLED);
        assertThat(studio.now(clip).fault().detail()).isEqualTo("Scripted does not have " + model + " any more");
        assertThat(provider.submitted).isEmpty();
        assertThat(credits()).isEqualTo("100 available, 0 held, 0 spent");
    }
}
