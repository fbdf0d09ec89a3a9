package app.inbetween.generation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import app.inbetween.database.GroupCommit;
import app.inbetween.generation.pace.Backoff;
import app.inbetween.ledger.CaptureOrder;
import app.inbetween.ledger.Hold;
import app.inbetween.ledger.Ledger;
import app.inbetween.ledger.ProviderCosts;
import app.inbetween.price.Credits;
import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Writes down what was learnt of a claimed generation: the row, the credits and the film in one transaction, or not at all when
 * the claim is no longer the newest. The ledger comes first, so that rows are always locked in the same order.
 */
@ApplicationScoped
class Outcomes {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final double SPREAD = 0.2;

    @Inject
    Ledger ledger;
    @Inject
    ProviderCosts costs;
    @Inject
    Clock clock;
    @Inject
    Event<GenerationChanged> changed;

    private record Success(Claim claim, Generation seen, Film film) {
    }

    private final GroupCommit<Success, Boolean> counter = new GroupCommit<>(successes -> {
        QuarkusTransaction.requiringNew().run(() -> {
            ledger.hurry();
            settle(successes);
        });
        return Collections.nCopies(successes.size(), true);
    }, success -> {
        QuarkusTransaction.requiringNew().run(() -> settle(List.of(success)));
        return true;
    });

    /**
     * A change that moves no credits; but what was called off and waits again ends there, as nobody has to be asked.
     *
     * @return the row as it was written down
     */
    Generation record(Claim claim, Consumer<Generation> change) {
        Generation row = QuarkusTransaction.requiringNew().call(() -> write(claim, change));
        if (row.state == State.QUEUED && row.isCancelRequested()) {
            cancelled(claim);
        }
        return row;
    }

    /** Several that end at the same time are settled together. */
    void succeeded(Claim claim, Generation seen, Film film) {
        counter.submit(new Success(claim, seen, film));
    }

    private void settle(List<Success> successes) {
        List<Hold> captured = ledger.captureAll(successes.stream().map(success -> orderFor(success.seen)).toList());
        captured.forEach(this::bill);
        for (int i = 0; i < successes.size(); i++) {
            Film film = successes.get(i).film;
            Credits price = captured.get(i).captured();
            write(successes.get(i).claim, generation -> {
                new Video(generation, film, clock.instant()).persist();
                generation.succeeded(price, clock.instant());
            });
        }
    }

    void failed(Claim claim, Failure failure) {
        QuarkusTransaction.requiringNew().run(() -> {
            Hold released = ledger.release(claim.generation(), failure.reason().inStatement());
            released.cost().filter(cost -> failure.billing() == Billing.BILLED).ifPresent(cost -> costs.record(released, cost));
            write(claim, generation -> generation.failed(failure, clock.instant()));
        });
    }

    void cancelled(Claim claim) {
        QuarkusTransaction.requiringNew().run(() -> {
            ledger.release(claim.generation(), "cancelled");
            write(claim, generation -> generation.cancelled(Credits.ZERO, clock.instant()));
        });
    }

    /** Cancelled so late that the provider bills it all the same, as the person was told. */
    void cancelledAtFullPrice(Claim claim, Generation seen) {
        QuarkusTransaction.requiringNew().run(() -> {
            bill(ledger.capture(seen.id, seen.hold(), "cancelled after it had begun"));
            write(claim, generation -> generation.cancelled(seen.hold(), clock.instant()));
        });
    }

    Instant now() {
        return clock.instant();
    }

    /** Spread by a fifth either way, so that jobs sent together are not asked after together. */
    Instant after(Duration pause) {
        return spread(pause, 1 - SPREAD, 1 + SPREAD);
    }

    /** A little later than somebody asked for. */
    Instant notBefore(Duration pause) {
        return spread(pause, 1, 1 + SPREAD);
    }

    /** With full jitter, up to five minutes. */
    Instant afterMiss(Duration pause, int misses) {
        return now().plus(new Backoff(pause, LONGEST_WAIT).pause(misses));
    }

    private Instant spread(Duration pause, double least, double most) {
        return now().plusMillis((long) (pause.toMillis() * ThreadLocalRandom.current().nextDouble(least, most)));
    }

    private Generation write(Claim claim, Consumer<Generation> change) {
        Generation generation = Rows.claimedBy(claim).orElseThrow(() -> new ReplacedException(claim));
        State before = generation.state;
        change.accept(generation);
        if (generation.state != before) {
            changed.fire(new GenerationChanged(generation.id, generation.owner, generation.state));
        }
        return generation;
    }

    /** What we were billed for, the provider was too. */
    void bill(Hold captured) {
        captured.cost().ifPresent(cost -> costs.record(captured,
                cost.share(captured.captured().millis(), captured.amount().millis())));
    }

    /** What was billed, where the provider says so, and never more than was held; otherwise what was asked for. */
    CaptureOrder orderFor(Generation generation) {
        Integer billed = generation.attempt.billedMillis;
        return new CaptureOrder(generation.id,
                hold -> billed == null ? hold.amount() : hold.costOf(Duration.ofMillis(billed)), "");
    }
}
