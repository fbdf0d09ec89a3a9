package app.inbetween.generation;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;

import org.hibernate.id.uuid.UuidVersion7Strategy;

import app.inbetween.database.GroupCommit;
import app.inbetween.ledger.HoldOrder;
import app.inbetween.ledger.Holding;
import app.inbetween.ledger.InsufficientCreditsException;
import app.inbetween.ledger.Ledger;
import app.inbetween.ledger.LimitExceededException;
import app.inbetween.price.Credits;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.Submission;
import app.inbetween.provider.SwitchedOffException;
import app.inbetween.provider.VideoProvider;
import app.inbetween.provider.VideoRequest;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Asking for clips and calling them off. The only door to a provider, and it demands a hold. */
@ApplicationScoped
public class Generations {

    @Inject
    Ledger ledger;
    @Inject
    ModelCatalog catalog;
    @Inject
    Gate gate;
    @Inject
    Clock clock;
    @Inject
    Event<GenerationChanged> changed;

    private final GroupCommit<Ask, Asked> counter = new GroupCommit<>(
            asks -> QuarkusTransaction.requiringNew().call(() -> {
                ledger.hurry();
                return answer(asks);
            }), ask -> QuarkusTransaction.requiringNew().call(() -> answer(List.of(ask)).get(0)));

    /** What came of an ask: one of the two is null. */
    private record Asked(Generation generation, RuntimeException refusal) {

        static Asked refused(RuntimeException refusal) {
            return new Asked(null, refusal);
        }

        static Asked of(Ask ask, Generation generation) {
            return ask.isThatOf(generation) ? new Asked(generation, null) : refused(new AskedDifferentlyException(generation));
        }

        Generation orThrow() {
            if (refusal != null) {
                throw refusal;
            }
            return generation;
        }
    }

    /**
     * Holds the price and queues the clip, both or neither. The same key gives the same generation, however often and at
     * however many times at once it is asked.
     *
     * @throws InsufficientCreditsException if the price is more than the person has
     * @throws LimitExceededException if the person may not spend so much now
     * @throws AskedDifferentlyException if the key was used for something else before
     * @throws SwitchedOffException if an administrator has taken the model off the shelf
     */
    public Generation ask(Ask ask) {
        Optional<String> refusal = catalog.refusal(ask.settings().model());
        if (refusal.isPresent()) {
            // What was asked for before that is a promise, and its click may come again.
            return earlier(ask).orElseThrow(() -> new SwitchedOffException(refusal.get()));
        }
        try {
            return counter.submit(ask).orThrow();
        } catch (PersistenceException | InsufficientCreditsException | LimitExceededException e) {
            // The same click may have won at another node: then its credits are held and ours are not needed.
            return earlier(ask).orElseThrow(() -> e);
        }
    }

    /**
     * Calls a clip off: at once while it waits, through its provider while it runs.
     *
     * @return the generation as it stands now; unchanged when it is too late
     */
    public Optional<Generation> cancel(UUID owner, UUID id) {
        Optional<Generation> found = QuarkusTransaction.requiringNew().call(() -> Generation.ofOwner(owner, id));
        return found.map(generation -> {
            if (generation.state != State.QUEUED || !cancelQueued(generation)) {
                QuarkusTransaction.requiringNew().run(() -> requestCancellation(id));
            }
            return QuarkusTransaction.requiringNew().call(() -> Generation.ofOwner(owner, id)).orElseThrow();
        });
    }

    /**
     * Hands a claimed generation to its provider, once. From the moment it is let through the gate the job may exist there, and
     * whatever goes wrong afterwards leaves it unknown.
     *
     * @throws ReplacedException if somebody else has taken over; nothing that may be billed was sent
     * @throws CalledOffException if the clip was called off meanwhile; nothing was sent either
     */
    Submission submit(Assignment job, VideoRequest request) {
        VideoProvider provider = job.provider();
        Gate.Pass pass = gate.pass(job.claim());
        try {
            return provider.submit(request, pass);
        } catch (ReplacedException | CalledOffException e) {
            throw e;
        } catch (RuntimeException e) {
            Log.errorf(e, "%s gave no usable answer to generation %s", provider.label(), request.generation());
            String words = String.valueOf(e.getMessage());
            return pass.isUsed() ? new Submission.Unknown(words) : new Submission.NotSent(words);
        }
    }

    private static Optional<Generation> earlier(Ask ask) {
        return QuarkusTransaction.requiringNew().call(() -> Rows.askedWith(List.of(ask))).stream().filter(ask::isThatOf)
                .findFirst();
    }

    private List<Asked> answer(List<Ask> asks) {
        Map<Ask.Click, Generation> known = new HashMap<>();
        Rows.askedWith(asks).forEach(earlier -> known.put(Ask.Click.of(earlier), earlier));
        Map<Ask.Click, Ask> fresh = new LinkedHashMap<>();
        asks.stream().filter(ask -> !known.containsKey(ask.click())).forEach(ask -> fresh.putIfAbsent(ask.click(), ask));
        Map<Ask.Click, RuntimeException> refusals = queue(fresh.values(), known);
        return asks.stream().map(ask -> refusals.containsKey(ask.click()) ? Asked.refused(refusals.get(ask.click()))
                : Asked.of(ask, known.get(ask.click()))).toList();
    }

    /** Returns why some were not queued; the others are added to what is known. */
    private Map<Ask.Click, RuntimeException> queue(Collection<Ask> fresh, Map<Ask.Click, Generation> known) {
        Map<Ask.Click, RuntimeException> refusals = new HashMap<>();
        if (fresh.isEmpty()) {
            return refusals;
        }
        List<HoldOrder> orders = fresh.stream().map(ask -> new HoldOrder(ask.owner(),
                UuidVersion7Strategy.INSTANCE.generateUuid(null), ask.quote(), ask.title())).toList();
        Iterator<Holding> holdings = ledger.holdAll(orders).iterator();
        Iterator<HoldOrder> ordered = orders.iterator();
        for (Ask ask : fresh) {
            UUID id = ordered.next().generation();
            if (holdings.next() instanceof Holding.Refused refused) {
                refusals.put(ask.click(), refused.refusal());
            } else {
                known.put(ask.click(), store(new Generation(id, ask, clock.instant())));
            }
        }
        Generation.flush();
        return refusals;
    }

    private Generation store(Generation generation) {
        generation.persist();
        changed.fire(new GenerationChanged(generation.id, generation.owner, State.QUEUED));
        return generation;
    }

    /** @return false if it left the queue meanwhile */
    boolean cancelQueued(Generation seen) {
        try {
            QuarkusTransaction.requiringNew().run(() -> releaseAndCancel(new Claim(seen.id, seen.epoch)));
            return true;
        } catch (ReplacedException e) {
            return false;
        }
    }

    /** The account is always locked before the generation; if that has moved on, the release is undone. */
    private void releaseAndCancel(Claim unclaimed) {
        ledger.release(unclaimed.generation(), "cancelled");
        Generation generation = Rows.claimedBy(unclaimed).orElseThrow(() -> new ReplacedException(unclaimed));
        generation.cancelled(Credits.ZERO, clock.instant());
        changed.fire(new GenerationChanged(generation.id, generation.owner, State.CANCELLED));
    }

    private void requestCancellation(UUID id) {
        Generation generation = Rows.locked(id).orElseThrow();
        if (generation.state == State.SUBMITTING || generation.state == State.RUNNING) {
            generation.cancelRequested(clock.instant());
        }
    }
}
