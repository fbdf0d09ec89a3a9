package app.inbetween.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import app.inbetween.generation.Ask;
import app.inbetween.generation.Generation;
import app.inbetween.generation.OpenStudio;
import app.inbetween.generation.State;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** What administrators take off the shelf is not sold any more; what was sold is delivered. */
@QuarkusTest
class AvailabilityTest extends OpenStudio {

    private static final String CLIP = "scripted/clip";
    private static final String REFUSAL = "Scripted has been switched off by an administrator: choose another model.";

    @Inject
    Availability availability;
    @Inject
    ModelCatalog catalog;

    @AfterEach
    void putEverythingBack() {
        QuarkusTransaction.requiringNew().run(() -> {
            availability.switchOn("scripted");
            availability.show(CLIP);
        });
    }

    @Test
    void aHiddenModelIsNotOfferedButStillKnown() {
        String other = provider.offers("other");

        hide();

        assertThat(catalog.model(CLIP)).isEmpty();
        assertThat(catalog.models()).extracting(VideoModel::id).contains(other).doesNotContain(CLIP);
        assertThat(catalog.known(CLIP)).isPresent();
        assertThat(catalog.refusal(CLIP)).contains(REFUSAL);
        assertThat(catalog.refusal(other)).isEmpty();
        assertThat(catalog.refusal("nobody/knows")).isEmpty();
    }

    @Test
    void aProviderThatIsOffOffersNothing() {
        switchOff();

        assertThat(catalog.models()).extracting(VideoModel::provider).isNotEmpty().doesNotContain("scripted");
        assertThat(catalog.provider("scripted")).isPresent();
        assertThat(catalog.isSwitchedOff(CLIP)).isTrue();
        assertThat(availability.switchedOff("scripted")).get().extracting(Availability.SwitchedOff::reason)
                .isEqualTo("It draws nonsense");
    }

    @Test
    void aNewClipIsRefusedWithASentence() {
        Ask ask = studio.ask(ben, UUID.randomUUID().toString());

        switchOff();

        assertThatThrownBy(() -> generations.ask(ask)).isInstanceOf(SwitchedOffException.class).hasMessage(REFUSAL);
        assertThat(credits()).isEqualTo("100 available, 0 held, 0 spent");
    }

    @Test
    void theSameClickGivesTheClipThatWasAskedForBefore() {
        Ask ask = studio.ask(ben, UUID.randomUUID().toString());
        Generation clip = generations.ask(ask);

        switchOff();

        assertThat(generations.ask(ask).id).isEqualTo(clip.id);
    }

    @Test
    void clipsThatWaitAreStillSentAndFinished() {
        Generation waiting = studio.asks(ben);

        switchOff();
        hide();
        studio.dispatch();
        assertThat(studio.now(waiting).state).isEqualTo(State.RUNNING);
        later();
        studio.poll();

        assertThat(studio.now(waiting).state).isEqualTo(State.SUCCEEDED);
        assertThat(credits()).isEqualTo("98 available, 0 held, 2 spent");
    }

    @Test
    void whatIsPutBackIsOfferedAtOnce() {
        switchOff();
        hide();
        assertThat(catalog.model(CLIP)).isEmpty();

        QuarkusTransaction.requiringNew().run(() -> availability.switchOn("scripted"));
        assertThat(catalog.model(CLIP)).as("still hidden").isEmpty();
        QuarkusTransaction.requiringNew().run(() -> availability.show(CLIP));

        assertThat(catalog.model(CLIP)).isPresent();
    }

    @Test
    void whatIsUndoneWasNeverSo() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
            availability.hide(CLIP, ben.id());
            throw new IllegalStateException("undone");
        })).isInstanceOf(RuntimeException.class);

        assertThat(catalog.model(CLIP)).isPresent();
    }

    private void switchOff() {
        QuarkusTransaction.requiringNew().run(() -> availability.switchOff("scripted", ben.id(), "It draws nonsense"));
    }

    private void hide() {
        QuarkusTransaction.requiringNew().run(() -> availability.hide(CLIP, ben.id()));
    }
}
