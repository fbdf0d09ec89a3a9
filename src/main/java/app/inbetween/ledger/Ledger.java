package app.inbetween.ledger;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import app.inbetween.database.Sql;
import app.inbetween.price.Credits;
import app.inbetween.price.Quote;

/**
 * Everybody's credits. Every verb may be repeated: the second time changes nothing and answers what is so.
 * <p>
 * {@code hold}, {@code capture} and {@code release} refuse to run outside a transaction of the caller's, because the hold
 * belongs in the one that stores the generation, and the end of the hold in the one that ends the generation. Locks are taken
 * in the order account, hold, entry; a caller locks its generation after that, or it may wait for ever on somebody who waits
 * for it. A refusal rolls the transaction back, unless many were asked for at once: then the others are kept.
 */
@ApplicationScoped
public class Ledger {

    @Inject
    Accounts accounts;
    @Inject
    Holds holds;
    @Inject
    Entries entries;
    @Inject
    Journal journal;
    @Inject
    Holdings holdings;
    @Inject
    LedgerConfig config;
    @Inject
    Sql sql;

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

    /** Not spent yet, oldest first. */
    public List<Hold> openHolds(UUID user) {
        return holds.openOf(user);
    }

    /** What a person has left, what runs out first at the head. */
    public List<Lot> lots(UUID user) {
        return sql.all("SELECT * FROM credit_lot WHERE user_id = ? AND NOT exhausted", Lot::read, user).stream()
                .sorted(Lot.BY_EXPIRY).toList();
    }

    /**
     * Gives credits to a person.
     *
     * @return whether they were given now, and not before
     * @throws IllegalStateException if the key was used for another grant
     */
    @Transactional
    public boolean grant(Grant grant) {
        Account account = accounts.lock(grant.user());
        if (entries.isRepeat(grant.user(), "grant:" + grant.key(), grant.amount(), Optional.empty())) {
            return false;
        }
        account.give(grant);
        write(account);
        return true;
    }

    /**
     * Takes credits from a person that are free to spend.
     *
     * @throws InsufficientCreditsException if the person has less
     * @throws IllegalStateException if the key was used for another one
     */
    @Transactional
    public void takeBack(UUID user, Correction correction) {
        Account account = accounts.lock(user);
        if (!entries.isRepeat(user, "take-back:" + correction.key(), correction.amount(), Optional.empty())) {
            accounts.loadLots(account);
            account.expireDue();
            account.takeBack(correction);
            write(account);
        }
    }

    /** Enters what is past its date. */
    @Transactional
    public void expireDue(UUID user) {
        Account account = accounts.lock(user);
        accounts.loadLots(account);
        account.expireDue();
        write(account);
    }

    /**
     * Begins a new month of an allowance: of what is left of it, what goes beyond the cap is lost, and the new credits come.
     *
     * @param rollover how much may be left of it
     * @return whether it was begun now, and not before
     */
    @Transactional
    public boolean renew(Grant grant, Credits rollover) {
        UUID rule = grant.allowance().orElseThrow();
        Account account = accounts.lock(grant.user());
        if (entries.isRepeat(grant.user(), "grant:" + grant.key(), grant.amount(), Optional.empty())) {
            return false;
        }
        accounts.loadLots(account);
        account.expireDue();
        account.keepOf(rule, rollover);
        account.give(grant);
        write(account);
        return true;
    }

    /**
     * The running transaction rather fails than waits long for a lock: others wait for it who have nothing to do with whoever
     * sits on that one.
     */
    @Transactional(MANDATORY)
    public void hurry() {
        accounts.hurry();
    }

    /**
     * Sets the price of a generation aside. There is one hold for a generation, ever: asked again, this answers with that one,
     * whatever has become of it.
     *
     * @throws InsufficientCreditsException if the person has less
     * @throws LimitExceededException if the person may not spend so much now
     */
    @Transactional(MANDATORY)
    public Hold hold(UUID user, UUID generation, Quote quote, String title) {
        return holdAll(List.of(new HoldOrder(user, generation, quote, title))).get(0).orThrow();
    }

    /** As {@link #hold}, for many at once and in their order; a refusal of one leaves the others as they are. */
    @Transactional(MANDATORY)
    public List<Holding> holdAll(List<HoldOrder> orders) {
        return holdings.open(orders);
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
        return capture(new CaptureOrder(generation, amount, reason));
    }

    /** As {@link #capture(UUID, Credits, String)}. */
    @Transactional(MANDATORY)
    public Hold capture(CaptureOrder order) {
        return captureAll(List.of(order)).get(0);
    }

    /** As {@link #capture}, for many at once and in their order. */
    @Transactional(MANDATORY)
    public List<Hold> captureAll(List<CaptureOrder> orders) {
        return holdings.capture(orders);
    }

    /**
     * Makes all that was held for a generation available again. A hold that was captured or released before stays as it is,
     * and is the answer.
     *
     * @param reason in words, for the statement, such as "cancelled"
     */
    @Transactional(MANDATORY)
    public Hold release(UUID generation, String reason) {
        Map<UUID, Account> locked = accounts.lockHoldersFor(List.of(generation));
        Hold hold = existing(generation);
        if (!hold.isOpen()) {
            return hold;
        }
        accounts.loadLots(locked, List.of(), hold.lots().keySet());
        Hold released = locked.get(hold.user()).release(hold, reason, config.returnedFor());
        journal.write(locked.values());
        return released;
    }

    /**
     * Gives back what was captured for a generation, or a part of it; several refunds together at most all of it. What is given
     * back never expires.
     *
     * @throws RefundRefusedException if not that much is left
     * @throws IllegalStateException if the key was used for another refund
     */
    @Transactional
    public Hold refund(UUID generation, Correction correction) {
        Map<UUID, Account> locked = accounts.lockHoldersFor(List.of(generation));
        Hold hold = existing(generation);
        if (hold.state() != Hold.State.CAPTURED) {
            throw new RefundRefusedException(hold, correction.amount());
        }
        if (entries.isRepeat(hold.user(), "refund:" + correction.key(), correction.amount(), Optional.of(hold.id()))) {
            return hold;
        }
        if (correction.amount().isMoreThan(hold.refundable())) {
            throw new RefundRefusedException(hold, correction.amount());
        }
        Hold refunded = locked.get(hold.user()).refund(hold, correction.of(entries.captureOf(hold)));
        journal.write(locked.values());
        return refunded;
    }

    private void write(Account account) {
        journal.write(List.of(account));
    }

    private Hold existing(UUID generation) {
        return holds.of(generation)
                .orElseThrow(() -> new IllegalStateException("Nothing is held for generation " + generation));
    }
}
