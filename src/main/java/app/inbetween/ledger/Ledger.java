package app.inbetween.ledger;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.hibernate.id.uuid.UuidVersion7Strategy;

/**
 * Everybody's credits. Every verb may be repeated: the second time changes nothing and answers what is so.
 * <p>
 * {@code hold}, {@code capture} and {@code release} refuse to run outside a transaction of the caller's, because the hold
 * belongs in the one that stores the generation, and the end of the hold in the one that ends the generation. Locks are taken
 * in the order account, hold, entry; a caller locks its generation after that, or it may wait for ever on somebody who waits
 * for it. A refusal rolls the transaction back.
 */
@ApplicationScoped
public class Ledger {

    @Inject
    CreditAccounts accounts;
    @Inject
    Holds holds;
    @Inject
    Entries entries;
    @Inject
    Clock clock;

    @Transactional
    public void open(UUID user) {
        accounts.open(user);
    }

    public Balance balance(UUID user) {
        return accounts.balance(user);
    }

    /** What is or was held for a generation. */
    public Optional<Hold> holdOf(UUID generation) {
        return holds.of(generation);
    }

    /**
     * Gives credits to a person.
     *
     * @param amount above zero
     * @param reason in words, for the statement
     * @param idempotencyKey names this grant among all grants
     * @throws IllegalStateException if the key was used for another grant
     */
    @Transactional
    public void grant(UUID user, Credits amount, String reason, String idempotencyKey) {
        requirePositive(amount);
        Entry grant = Entry.grant(amount, reason, idempotencyKey);
        accounts.lock(user);
        if (!entries.isRepeat(user, grant)) {
            entries.add(accounts.apply(user, Change.grant(amount)), grant);
        }
    }

    /**
     * Sets the price of a generation aside. There is one hold for a generation, ever: asked again, this answers with that one,
     * whatever has become of it.
     *
     * @param title of the generation, as the statement shall name it
     * @throws InsufficientCreditsException if the person has less
     */
    @Transactional(MANDATORY)
    public Hold hold(UUID user, UUID generation, Quote quote, String title) {
        Optional<CreditAccount> after = accounts.take(user, quote.total());
        if (after.isEmpty()) {
            return holds.of(generation).map(hold -> requireOwner(hold, user))
                    .orElseThrow(() -> new InsufficientCreditsException(quote.total(), balance(user).available()));
        }
        Hold hold = new Hold(UuidVersion7Strategy.INSTANCE.generateUuid(null), user, generation, title, quote,
                Hold.State.OPEN, Credits.ZERO, Credits.ZERO, clock.instant());
        if (!holds.add(hold)) {
            accounts.untake(user, quote.total());
            return requireOwner(holds.existing(generation), user);
        }
        entries.add(after.get(), Entry.hold(hold));
        return hold;
    }

    /**
     * Spends what was held for a generation; what is not spent of it is available again. A hold that was captured or released
     * before stays as it is, and is the answer.
     *
     * @param amount from nothing to all that is held
     * @param reason why it is less than was held, in words; may be empty
     */
    @Transactional(MANDATORY)
    public Hold capture(UUID generation, Credits amount, String reason) {
        Hold held = lock(generation);
        if (amount.isNegative() || amount.isMoreThan(held.amount())) {
            throw new IllegalArgumentException("Of " + held.amount() + " held, " + amount + " cannot be captured");
        }
        Optional<Hold> captured = holds.capture(generation, amount);
        captured.ifPresent(hold -> entries.add(accounts.apply(hold.user(), Change.resolve(hold.amount(), amount)),
                Entry.capture(hold, reason)));
        return captured.orElseGet(() -> holds.existing(generation));
    }

    /**
     * Makes all that was held for a generation available again. A hold that was captured or released before stays as it is,
     * and is the answer.
     *
     * @param reason in words, for the statement, such as "cancelled"
     */
    @Transactional(MANDATORY)
    public Hold release(UUID generation, String reason) {
        lock(generation);
        Optional<Hold> released = holds.release(generation);
        released.ifPresent(hold -> entries.add(accounts.apply(hold.user(), Change.resolve(hold.amount(), Credits.ZERO)),
                Entry.release(hold, reason)));
        return released.orElseGet(() -> holds.existing(generation));
    }

    /**
     * Gives back what was captured for a generation, or a part of it; several refunds together at most all of it.
     *
     * @param amount above zero
     * @param reason in words, for the statement, such as "last frame missed"
     * @param idempotencyKey names this refund among all refunds
     * @throws RefundRefusedException if not that much is left
     * @throws IllegalStateException if the key was used for another refund
     */
    @Transactional
    public Hold refund(UUID generation, Credits amount, String reason, String idempotencyKey) {
        requirePositive(amount);
        lock(generation);
        Hold held = holds.existing(generation);
        if (held.state() != Hold.State.CAPTURED) {
            throw new RefundRefusedException(held, amount);
        }
        Entry refund = Entry.refund(held, entries.captureOf(held), amount, reason, idempotencyKey);
        if (entries.isRepeat(held.user(), refund)) {
            return held;
        }
        Hold refunded = holds.refund(generation, amount).orElseThrow(() -> new RefundRefusedException(held, amount));
        entries.add(accounts.apply(refunded.user(), Change.refund(amount)), refund);
        return refunded;
    }

    /** The hold as it was stored; its state is only certain when read again, now that its account is locked. */
    private Hold lock(UUID generation) {
        Hold hold = holds.existing(generation);
        accounts.lock(hold.user());
        return hold;
    }

    private static Hold requireOwner(Hold hold, UUID user) {
        if (!hold.user().equals(user)) {
            throw new IllegalStateException("Generation " + hold.generation() + " is somebody else's");
        }
        return hold;
    }

    private static void requirePositive(Credits amount) {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("An amount above zero is needed, not " + amount);
        }
    }
}
