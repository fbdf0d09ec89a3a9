package app.inbetween.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import app.inbetween.database.Sql;
import app.inbetween.generation.Intervention.Verb;
import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.Submission;
import app.inbetween.storage.BlobStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class InterventionsTest extends Intervening {

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
        assertThat(studio.now(clip).fault().reason()).isEqualTo(Reason.GIVEN_UP);
        assertThat(studio.now(clip).fault().billing()).isEqualTo(Billing.BILLED);
        assertThat(credits()).isEqualTo("100 available, 0 held, 0 spent");
        assertThat(statement()).isEqualTo("the studio gave this clip up");
    }

    @ParameterizedTest
    @EnumSource(value = State.class, names = { "UNKNOWN", "NEEDS_ATTENTION" })
    void whatIsLostIsSaidToBeLost(State state) throws IOException {
        Generation clip = clip(state);

        decide(clip, Verb.LOSE, state);

        assertThat(studio.now(clip).fault().reason()).isEqualTo(Reason.LOST);
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
        assertThat(studio.now(clip).fault().billing()).isEqualTo(billing);
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
}
