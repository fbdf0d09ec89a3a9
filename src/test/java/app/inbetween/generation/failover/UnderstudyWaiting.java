package app.inbetween.generation.failover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import app.inbetween.database.Sql;
import app.inbetween.generation.Ask;
import app.inbetween.generation.Failover;
import app.inbetween.generation.Generation;
import app.inbetween.generation.OpenStudio;
import app.inbetween.generation.Settings;
import app.inbetween.generation.State;
import app.inbetween.generation.Terms;
import app.inbetween.generation.UnderstudyProvider;
import app.inbetween.price.Credits;
import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.Submission;
import app.inbetween.provider.VideoModel.Feature;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** A studio in which clips fail, and another model waits that may stand in. The clip costs 2 credits. */
class UnderstudyWaiting extends OpenStudio {

    @Inject
    Pursuit pursuit;
    @Inject
    UnderstudyProvider understudy;
    @Inject
    Sql sql;

    String model;

    @BeforeEach
    void anUnderstudyWaits() {
        sql.run("UPDATE generation SET failover = 'WITHDRAWN' WHERE failover = 'WANTED'");
        understudy.clear();
        model = offers("one", 1500, Feature.PROMPT);
        provider.onSubmit = request -> rejected(Reason.PROVIDER_TRANSIENT, Billing.NOT_BILLED);
    }

    @AfterEach
    void itLeaves() {
        understudy.clear();
    }

    String offers(String name, long millicredits, Feature... features) {
        String id = understudy.offers(name, features);
        studio.price(id, 1, millicredits, 0, Instant.EPOCH);
        return id;
    }

    Generation failed(int ceiling) {
        Generation clip = asks(ceiling);
        studio.dispatch();
        assertThat(studio.now(clip).state).isEqualTo(State.FAILED);
        return clip;
    }

    Generation asks(int ceiling) {
        Ask ask = studio.ask(ben, UUID.randomUUID().toString());
        return generations.ask(new Ask(ask.owner(), ask.key(), ask.title(), ask.firstFrame(), ask.lastFrame(), ask.settings(),
                ask.quote(), Terms.of(Optional.empty(), Optional.of(Credits.of(ceiling)))));
    }

    Generation asks(Ask ask, UnaryOperator<Settings> words) {
        return generations.ask(new Ask(ask.owner(), ask.key(), ask.title(), ask.firstFrame(), ask.lastFrame(),
                words.apply(ask.settings()), ask.quote(), Terms.of(Optional.empty(), Optional.of(Credits.of(3)))));
    }

    static UnaryOperator<Settings> withWords(String prompt,
            String negative) {
        return it -> new Settings(it.model(), it.resolution(), it.width(), it.height(),
                it.durationMillis(), it.frameRate(), it.easing(), prompt, negative, it.seed());
    }

    static Submission rejected(Reason reason, Billing billing) {
        return new Submission.Rejected(new Failure(reason, billing, "as scripted"));
    }

    Failover end(Generation clip) {
        return studio.now(clip).terms.failover;
    }

    Optional<Generation> standInFor(Generation failed) {
        return QuarkusTransaction.requiringNew().call(() -> Generation.standInFor(failed.id));
    }

    long standIns(Generation failed) {
        return sql.one("SELECT count(*) FROM generation WHERE stands_in_for = ?", row -> row.getLong(1), failed.id);
    }
}
