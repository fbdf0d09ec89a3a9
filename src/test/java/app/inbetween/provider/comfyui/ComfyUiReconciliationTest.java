package app.inbetween.provider.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import app.inbetween.fakes.Trouble;
import app.inbetween.provider.Reconciliation;
import app.inbetween.provider.RemoteJob;
import app.inbetween.provider.VideoRequest;

/** Whether a prompt arrived, told by its id, or at an older server by its files. */
class ComfyUiReconciliationTest extends ComfyUiTestbed {

    @Test
    void whatAnOlderServerTookWithoutAnAnswerIsFoundByItsFiles() {
        comfy().growOld();
        fake().announce(Trouble.CREATED_THEN_CLOSED);
        VideoRequest request = request();
        provider().submit(request, CLEARED);

        Reconciliation found = provider().reconcile(request, AT_ONCE);

        assertThat(found).isEqualTo(new Reconciliation.Found(fake().tasks().get(0).id()));
    }

    @Test
    void anOlderServerProvesAbsenceOnlyWhereAllOfItsHistoryIsLookedAt() {
        comfy().growOld();
        last(accepted(request()));
        comfy().hasDrawnForOthers(100);
        Reconciliation whole = provider().reconcile(request(), AT_ONCE);
        comfy().hasDrawnForOthers(300);

        Reconciliation part = provider().reconcile(request(), AT_ONCE);

        assertThat(whole).isInstanceOf(Reconciliation.Absent.class);
        assertThat(part).isInstanceOf(Reconciliation.Unclear.class);
    }

    @Test
    void aServerThatKeepsOurIdsProvesAbsenceHoweverLongItsHistory() {
        comfy().hasDrawnForOthers(300);
        Reconciliation early = provider().reconcile(request(), AT_ONCE);
        last(accepted(request()));

        Reconciliation shown = provider().reconcile(request(), AT_ONCE);

        assertThat(early).as("nothing shows yet that it keeps them").isInstanceOf(Reconciliation.Unclear.class);
        assertThat(shown).isInstanceOf(Reconciliation.Absent.class);
    }

    @Test
    void aTokenThatIsNoIdStillGivesOne() {
        VideoRequest request = withToken("Attempt 7");

        RemoteJob job = accepted(request);

        assertThat(job.remoteId()).matches("[0-9a-f-]{36}");
        assertThat(provider().reconcile(request, AT_ONCE)).isEqualTo(new Reconciliation.Found(job.remoteId()));
    }

    private VideoRequest withToken(String token) {
        VideoRequest it = request();
        return new VideoRequest(it.generation(), token, it.model(), it.firstFrame(), it.lastFrame(), it.resolution(), it.size(),
                it.duration(), it.frameRate(), it.easing(), it.prompt(), it.negativePrompt(), it.seed(), it.options(),
                it.webhook());
    }
}
