package app.inbetween.generation;

import static app.inbetween.books.BookAssertions.assertBalanced;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;

import app.inbetween.database.Sql;
import app.inbetween.generation.Intervention.Verb;
import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.Submission;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Clips in every state, and an operator who decides about them. */
class Intervening extends OpenStudio {

    @Inject
    Interventions interventions;
    @Inject
    Sql sql;

    @AfterEach
    void theBooksBalance() {
        assertBalanced(ben.id());
    }

    Generation clip(State state) {
        Generation clip = state == State.UNKNOWN ? unknown()
                : state == State.NEEDS_ATTENTION ? needingAttention() : other(state);
        assertThat(studio.now(clip).state).isEqualTo(state);
        return clip;
    }

    Generation other(State state) {
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

    void decide(Generation clip, Verb verb, State seen) throws IOException {
        carryOut(wish(clip, seen), verb);
    }

    Optional<Generation> carryOut(Intervention wish, Verb verb) throws IOException {
        Film film = verb == Verb.ATTACH ? interventions.receive(wish, ScriptedProvider.film()) : null;
        return QuarkusTransaction.requiringNew().call(() -> switch (verb) {
            case DELIVER -> interventions.deliver(wish);
            case ATTACH -> interventions.attach(wish, film);
            case RELEASE -> interventions.release(wish, Billing.BILLED);
            case RETRY -> interventions.retry(wish);
            case LOSE -> interventions.lose(wish, Billing.UNKNOWN);
        });
    }

    Intervention wish(Generation clip, State seen) {
        return new Intervention(UUID.randomUUID(), clip.id, seen, ben.id(), "looked at the provider");
    }

    Optional<Long> cost(Generation clip) {
        return sql.first("SELECT dollar_micros FROM provider_cost WHERE generation_id = ?", row -> row.getLong(1), clip.id);
    }

    /** The newest line of ben's statement. */
    String statement() {
        return sql.one("SELECT reason FROM credit_entry WHERE user_id = ? ORDER BY seq DESC LIMIT 1", row -> row.getString(1),
                ben.id());
    }
}
