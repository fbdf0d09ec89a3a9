package app.inbetween.generation;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static jakarta.transaction.Transactional.TxType.NOT_SUPPORTED;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import app.inbetween.database.Sql;
import app.inbetween.generation.Intervention.Verb;
import app.inbetween.ledger.Hold;
import app.inbetween.ledger.Ledger;
import app.inbetween.ledger.ProviderCosts;
import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.ModelCatalog;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * What an administrator does about clips that do not get on by themselves. Every verb runs in the transaction of the caller's
 * that notes who did it, locks the ledger before the generation as the workers do, and raises the epoch, so that a worker that
 * has the clip in hand is replaced. Made twice with one key, it happens once.
 */
@ApplicationScoped
public class Interventions {

    @Inject
    Ledger ledger;
    @Inject
    ProviderCosts costs;
    @Inject
    Outcomes outcomes;
    @Inject
    Delivery delivery;
    @Inject
    PostProduction postProduction;
    @Inject
    ModelCatalog catalog;
    @Inject
    Sql sql;
    @Inject
    Clock clock;
    @Inject
    Event<GenerationChanged> changed;

    /** One that was made, as it is told later. */
    public record Made(Verb verb, Instant at, UUID actor, String reason) {
    }

    /** What can be done about a clip as it stands. */
    public List<Verb> possible(Generation generation) {
        return Arrays.stream(Verb.values()).filter(verb -> verb.suits(generation))
                .filter(verb -> verb != Verb.RETRY || isOnOffer(generation)).toList();
    }

    /** Oldest first. */
    public List<Made> madeFor(UUID generation) {
        return sql.all("SELECT * FROM generation_intervention WHERE generation = ? ORDER BY at, id",
                row -> new Made(Verb.valueOf(row.getString("verb")), Sql.instant(row, "at").orElseThrow(),
                        row.getObject("actor", UUID.class), row.getString("reason")),
                generation);
    }

    /**
     * Has the film fetched and saved now.
     *
     * @return empty if this very decision was carried out before
     * @throws MovedOnException if it came too late
     */
    @Transactional(MANDATORY)
    public Optional<Generation> deliver(Intervention wish) {
        return carryOut(wish, Verb.DELIVER, generation -> {
            // It is due, which is all it takes.
        });
    }

    /**
     * Proves that a film plays and stores it; nothing refers to it before it is attached.
     *
     * @throws app.inbetween.media.UnplayableVideoException if it does not play
     */
    @Transactional(NOT_SUPPORTED)
    public Film receive(Intervention wish, Path film) throws IOException {
        Generation generation = seen(wish.generation());
        Film taken = delivery.take(generation, film, wish.key().toString());
        return taken.with(postProduction.finish(generation, film, taken.facts()));
    }

    /**
     * Delivers a film that was received, and charges for it as if the provider's had been saved.
     *
     * @return empty if this very decision was carried out before
     * @throws MovedOnException if it came too late
     */
    @Transactional(MANDATORY)
    public Optional<Generation> attach(Intervention wish, Film film) {
        Hold captured = ledger.capture(outcomes.orderFor(seen(wish.generation())));
        return carryOut(wish, Verb.ATTACH, generation -> {
            outcomes.bill(captured);
            new Video(generation, film, clock.instant()).persist();
            generation.succeeded(captured.captured(), clock.instant());
        });
    }

    /**
     * Gives the credits back.
     *
     * @param billing whether the provider bills it all the same, as far as the administrator knows
     * @return empty if this very decision was carried out before
     * @throws MovedOnException if it came too late
     */
    @Transactional(MANDATORY)
    public Optional<Generation> release(Intervention wish, Billing billing) {
        return giveUp(wish, Verb.RELEASE, Reason.GIVEN_UP, billing);
    }

    /** As {@link #release}, because it is lost at the provider. */
    @Transactional(MANDATORY)
    public Optional<Generation> lose(Intervention wish, Billing billing) {
        return giveUp(wish, Verb.LOSE, Reason.LOST, billing);
    }

    /**
     * Has it sent to its provider once more, under the hold it has.
     *
     * @return empty if this very decision was carried out before
     * @throws MovedOnException if it came too late
     */
    @Transactional(MANDATORY)
    public Optional<Generation> retry(Intervention wish) {
        return carryOut(wish, Verb.RETRY, generation -> generation.requeued(clock.instant()));
    }

    private Optional<Generation> giveUp(Intervention wish, Verb verb, Reason reason, Billing billing) {
        Hold released = ledger.release(wish.generation(), reason.inStatement());
        return carryOut(wish, verb, generation -> {
            released.cost().filter(cost -> billing == Billing.BILLED).ifPresent(cost -> costs.record(released, cost));
            generation.failed(new Failure(reason, billing, generation.fault().detail()), clock.instant());
        });
    }

    /** Whatever the ledger did before is undone by the refusal. */
    private Optional<Generation> carryOut(Intervention wish, Verb verb, Consumer<Generation> change) {
        Generation generation = Rows.locked(wish.generation()).orElseThrow();
        if (wasMade(wish)) {
            return Optional.empty();
        }
        if (generation.state != wish.seen() || !possible(generation).contains(verb)) {
            throw new MovedOnException("The clip has moved on meanwhile. Nothing was changed: look at it as it is now.");
        }
        generation.takenInHand(clock.instant());
        change.accept(generation);
        sql.run("INSERT INTO generation_intervention (id, generation, verb, actor, reason, at) VALUES (?, ?, ?, ?, ?, ?)",
                wish.key(), wish.generation(), verb, wish.actor(), wish.reason(), clock.instant());
        if (generation.state != wish.seen()) {
            changed.fire(new GenerationChanged(generation.id, generation.owner, generation.state));
        }
        return Optional.of(generation);
    }

    private boolean wasMade(Intervention wish) {
        return sql.first("SELECT 1 FROM generation_intervention WHERE id = ?", row -> true, wish.key()).isPresent();
    }

    private boolean isOnOffer(Generation generation) {
        return catalog.model(generation.settings.model()).isPresent();
    }

    /** In a transaction of its own: the row that is locked later must be read then. */
    private static Generation seen(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> Generation.<Generation> findByIdOptional(id)).orElseThrow();
    }
}
