package app.inbetween.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import app.inbetween.provider.Reconciliation;
import app.inbetween.provider.RemoteStatus;
import app.inbetween.provider.Submission;
import io.quarkus.arc.ClientProxy;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** A provider tells of a job: that is a reason to look, and never more. */
@QuarkusTest
class HintsTest extends ToldOf {

    @Inject
    PreparedRequests requests;

    private final String told = "job-" + UUID.randomUUID();

    @Test
    void aRunningJobIsLookedAfterNow() {
        Generation clip = running();
        studio.poll();
        assertThat(studio.now(clip).state).as("not due yet").isEqualTo(State.RUNNING);

        hint(clip, remoteId(clip));
        studio.poll();

        assertThat(studio.now(clip).state).isEqualTo(State.SUCCEEDED);
        assertThat(news.due).contains(clip.id);
        assertThat(credits()).isEqualTo("98 available, 0 held, 2 spent");
    }

    @Test
    void whatAHintSaysOfTheEndIsReadFromTheProvider() {
        Generation clip = running();
        provider.onStatus = job -> new RemoteStatus.Running(Optional.empty());

        hint(clip, remoteId(clip));
        studio.poll();

        assertThat(studio.now(clip).state).isEqualTo(State.RUNNING);
        assertThat(studio.now(clip).dueAt).isAfter(clock.instant());
    }

    @Test
    void aHintWaitsForWhoeverAsksAfterTheJobJustNow() {
        Generation clip = running();
        List<Optional<UUID>> answers = new CopyOnWriteArrayList<>();
        provider.onStatus = job -> {
            answers.add(hint(clip, job.remoteId()));
            return new RemoteStatus.Running(Optional.empty());
        };
        later();
        studio.poll();
        assertThat(answers).containsExactly(Optional.of(clip.id));

        provider.onStatus = job -> new RemoteStatus.Succeeded("film", Optional.empty());
        assertThat(hint(clip, remoteId(clip))).as("and is dealt with then").isEmpty();
        studio.poll();

        assertThat(studio.now(clip).state).isEqualTo(State.SUCCEEDED);
    }

    @Test
    void aHintHasToWaitForItsSubmission() {
        Generation clip = studio.asks(ben);
        List<Optional<UUID>> answers = new CopyOnWriteArrayList<>();
        provider.onSubmit = request -> {
            answers.add(hint(request.attemptToken(), told));
            return new Submission.Accepted(told);
        };

        studio.dispatch();

        assertThat(answers).containsExactly(Optional.of(clip.id));
        assertThat(hint(clip, told)).as("and is dealt with then").isEmpty();
        studio.poll();
        assertThat(studio.now(clip).state).isEqualTo(State.SUCCEEDED);
    }

    @Test
    void aSubmissionWithoutAnAnswerIsProvenToHaveArrived() {
        Generation clip = unknown();

        hint(clip, told);
        assertThat(studio.now(clip).state).isEqualTo(State.RUNNING);
        studio.poll();
        hint(clip, told);

        assertThat(studio.now(clip).state).isEqualTo(State.SUCCEEDED);
        assertThat(studio.now(clip).attempt.remoteId).isEqualTo(told);
        assertThat(provider.submitted).hasSize(1);
        assertThat(credits()).isEqualTo("98 available, 0 held, 2 spent");
    }

    @Test
    void aHintOvertakesWhoeverSearchesForTheJob() {
        Generation clip = unknown();
        provider.onReconcile = () -> {
            hint(clip, told);
            return new Reconciliation.Absent();
        };

        later();
        studio.reconcile();
        studio.dispatch();

        assertThat(studio.now(clip).state).isEqualTo(State.RUNNING);
        assertThat(provider.submitted).as("not sent twice").hasSize(1);
    }

    @Test
    void whatWasTakenForAbsentIsNotSentAgainOnceItIsHeardOf() {
        Generation clip = unknown();
        provider.onReconcile = Reconciliation.Absent::new;
        later();
        studio.reconcile();
        assertThat(studio.now(clip).state).isEqualTo(State.QUEUED);

        hint(clip, told);
        studio.dispatch();
        studio.poll();

        assertThat(studio.now(clip).state).isEqualTo(State.SUCCEEDED);
        assertThat(provider.submitted).hasSize(1);
        assertThat(credits()).isEqualTo("98 available, 0 held, 2 spent");
    }

    @Test
    void aJobThatWasLostIsLookedForWhereItIsHeardOf() {
        Generation clip = running();
        provider.onStatus = job -> new RemoteStatus.Missing("no such task");
        later();
        studio.poll();
        assertThat(studio.now(clip).state).isEqualTo(State.UNKNOWN);

        provider.onStatus = job -> new RemoteStatus.Succeeded("film", Optional.empty());
        hint(clip, remoteId(clip));
        studio.reconcile();

        assertThat(studio.now(clip).state).isEqualTo(State.SUCCEEDED);
    }

    @Test
    void hintsThatConcernNobodyChangeNothing() {
        Generation clip = running();
        Generation before = studio.now(clip);

        assertThat(QuarkusTransaction.requiringNew().call(() -> hints.heed("local", token(clip), remoteId(clip)))).isEmpty();
        assertThat(hint("somebody-elses", remoteId(clip))).isEmpty();
        assertThat(hint(clip, "another-job")).isEmpty();

        assertThat(studio.now(clip).epoch).isEqualTo(before.epoch);
        assertThat(studio.now(clip).dueAt).isEqualTo(before.dueAt);
    }

    @Test
    void theEndIsTheEndHoweverOftenItIsToldOf() {
        Generation done = running();
        hint(done, remoteId(done));
        studio.poll();
        Generation off = studio.asks(ben);
        studio.cancel(off);
        Generation before = studio.now(done);

        hint(done, remoteId(done));
        hint(done, "another-job");
        hint(off, "job-late");

        assertThat(studio.now(done).epoch).isEqualTo(before.epoch);
        assertThat(studio.now(off).state).isEqualTo(State.CANCELLED);
        assertThat(credits()).isEqualTo("98 available, 0 held, 2 spent");
    }

    @Test
    void oneJobIsNotTwoClips() {
        Generation first = running();
        Generation second = unknown();

        hint(second, remoteId(first));

        assertThat(studio.now(second).state).isEqualTo(State.UNKNOWN);
    }

    @Test
    void theProviderIsToldWhereToTellOfNews() throws IOException {
        provider.webhooks = Optional.of(new SignedHooks("secret"));
        Generation clip = studio.now(running());
        PreparedRequests desk = ClientProxy.unwrap(requests);
        PublicAddress unset = desk.address;

        try (PreparedRequest without = desk.prepare(clip)) {
            assertThat(without.request().webhook()).isEmpty();
        }
        desk.address = new PublicAddress(Optional.of("https://studio.example.org"));
        try (PreparedRequest with = desk.prepare(clip)) {
            assertThat(with.request().webhook())
                    .contains(URI.create("https://studio.example.org/hooks/scripted/" + token(clip)));
        } finally {
            desk.address = unset;
        }
    }
}
