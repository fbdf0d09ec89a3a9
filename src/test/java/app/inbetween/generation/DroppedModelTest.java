package app.inbetween.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import app.inbetween.media.Dimensions;
import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.Option;
import app.inbetween.provider.VideoModel.Format;
import io.quarkus.test.junit.QuarkusTest;

/** A provider may cease to offer a model, or something it makes, while a clip waits for it. */
@QuarkusTest
class DroppedModelTest extends OpenStudio {

    private static final Format TINY = new Format("tiny", ScriptedProvider.SIZE);

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

    @Test
    void aClipOfALengthThatIsGoneIsNotSent() {
        Generation clip = asks("shorter");
        provider.makes(clip.settings.model(), List.of(Duration.ofSeconds(4)), List.of(TINY), List.of());

        studio.dispatch();

        assertRefused(clip);
    }

    @Test
    void aClipOfAShapeThatIsGoneIsNotSent() {
        Generation clip = asks("wider");
        provider.makes(clip.settings.model(), List.of(ScriptedProvider.LENGTH),
                List.of(new Format("tiny", new Dimensions(192, 96))), List.of());

        studio.dispatch();

        assertRefused(clip);
    }

    @Test
    void aClipThatWouldNowBeAtAnotherPriceIsNotSent() {
        Generation clip = asks("louder");
        provider.makes(clip.settings.model(), List.of(ScriptedProvider.LENGTH), List.of(TINY),
                List.of(new Option.Toggle("audio", "Sound", "", true, Optional.of("audio"))));

        studio.dispatch();

        assertRefused(clip);
    }

    @Test
    void aClipWhoseModelMakesMoreNowIsSent() {
        Generation clip = asks("longer");
        provider.makes(clip.settings.model(), List.of(ScriptedProvider.LENGTH, Duration.ofSeconds(60)), List.of(TINY),
                List.of(new Option.Toggle("audio", "Sound", "", false, Optional.of("audio"))));

        studio.dispatch();

        assertThat(studio.now(clip).state).isEqualTo(State.RUNNING);
    }

    private Generation asks(String name) {
        String model = provider.offers(name);
        studio.price(model, 1, 1000, 0, clock.instant().minusSeconds(60));
        return studio.asks(ben, model);
    }

    private void assertRefused(Generation clip) {
        Fault fault = studio.now(clip).fault();
        assertThat(fault.reason()).isEqualTo(Reason.INPUT_INVALID);
        assertThat(fault.billing()).isEqualTo(Billing.NOT_BILLED);
        assertThat(fault.detail()).endsWith(" no longer makes a clip of exactly these settings.");
        assertThat(provider.submitted).isEmpty();
        assertThat(credits()).isEqualTo("100 available, 0 held, 0 spent");
    }
}
