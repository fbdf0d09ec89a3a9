package app.inbetween.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.hibernate.id.uuid.UuidVersion7Strategy;

import app.inbetween.price.Credits;

/**
 * One person's credits in memory, while the row of the account is locked. Every movement is worked out and entered here, by
 * plain arithmetic; {@link Journal} reads it and writes it down.
 */
final class Account {

    final UUID user;
    private final Instant now;
    private final Map<UUID, Lot> lots = new LinkedHashMap<>();
    private final Set<UUID> touched = new LinkedHashSet<>();
    private final Set<UUID> made = new LinkedHashSet<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Hold> opened = new ArrayList<>();
    private final Map<UUID, Hold> changed = new LinkedHashMap<>();
    private final Balance before;
    private Balance balance;
    private long seq;

    Account(UUID user, Balance balance, long seq, Instant now) {
        this.user = user;
        this.before = balance;
        this.balance = balance;
        this.seq = seq;
        this.now = now;
    }

    void know(Lot lot) {
        lots.put(lot.id(), lot);
    }

    /** What is past its date is no longer available to whatever comes next. */
    void expireDue() {
        lots.values().stream().filter(lot -> lot.isExpiredAt(now) && !lot.isExhausted()).sorted(Lot.BY_EXPIRY).toList()
                .forEach(lot -> expire(lot, lot.remaining(), "past its date"));
    }

    void expire(Lot lot, Credits amount, String reason) {
        put(lot.left(lot.remaining().minus(amount)));
        balance = balance.given(amount.negated());
        UUID id = id();
        enter(id, Entry.Kind.EXPIRE, Optional.empty(), Optional.of(lot.id()), amount, Optional.empty(), reason, "expire:" + id);
    }

    void give(Grant grant) {
        UUID id = id();
        make(new Lot(id, user, grant.source(), grant.amount(), grant.amount(), grant.expiresAt(), grant.allowance(), now));
        balance = balance.given(grant.amount());
        enter(id, Entry.Kind.GRANT, Optional.empty(), Optional.empty(), grant.amount(), grant.actor(), grant.reason(),
                "grant:" + grant.key());
    }

    /** Of what is left of an allowance, no more than this is kept; what is older is lost first. */
    void keepOf(UUID allowance, Credits cap) {
        Credits excess = lots.values().stream().filter(lot -> lot.allowance().filter(allowance::equals).isPresent())
                .map(Lot::remaining).reduce(Credits.ZERO, Credits::plus).minus(cap);
        for (Lot lot : lots.values().stream().filter(lot -> lot.allowance().filter(allowance::equals).isPresent())
                .sorted(Lot.BY_EXPIRY).toList()) {
            Credits lost = excess.isMoreThan(lot.remaining()) ? lot.remaining() : excess;
            if (lost.isPositive()) {
                expire(lot, lost, "not used in its month");
                excess = excess.minus(lost);
            }
        }
    }

    /** @throws InsufficientCreditsException if the person has less */
    void takeBack(Correction correction) {
        require(correction.amount());
        take(correction.amount());
        balance = balance.given(correction.amount().negated());
        enter(id(), Entry.Kind.TAKE_BACK, Optional.empty(), correction.original(), correction.amount(), correction.actor(),
                correction.reason(), "take-back:" + correction.key());
    }

    /** @throws InsufficientCreditsException if the person has less */
    Hold hold(HoldOrder order) {
        require(order.quote().total());
        Hold hold = Hold.open(id(), order, take(order.quote().total()), now);
        opened.add(hold);
        balance = balance.held(hold.amount());
        enter(id(), Entry.Kind.HOLD, Optional.of(hold.id()), Optional.empty(), hold.amount(), Optional.of(user), hold.title(),
                "hold:" + hold.generation());
        return hold;
    }

    /** @param grace how long what comes back of a lot that has expired stays usable */
    Hold capture(Hold hold, Credits amount, String reason, Duration grace) {
        giveBack(hold, amount, grace);
        Hold captured = change(hold.resolved(Hold.State.CAPTURED, amount));
        balance = balance.resolved(hold.amount(), amount);
        enter(id(), Entry.Kind.CAPTURE, Optional.of(hold.id()), Optional.empty(), amount, Optional.empty(), reason,
                "resolve:" + hold.generation());
        return captured;
    }

    /** @param grace how long what comes back of a lot that has expired stays usable */
    Hold release(Hold hold, String reason, Duration grace) {
        giveBack(hold, Credits.ZERO, grace);
        Hold released = change(hold.resolved(Hold.State.RELEASED, Credits.ZERO));
        balance = balance.resolved(hold.amount(), Credits.ZERO);
        enter(id(), Entry.Kind.RELEASE, Optional.of(hold.id()), Optional.empty(), hold.amount(), Optional.empty(), reason,
                "resolve:" + hold.generation());
        return released;
    }

    Hold refund(Hold hold, Correction correction) {
        UUID id = id();
        Credits amount = correction.amount();
        make(new Lot(id, user, Source.REFUND, amount, amount, Optional.empty(), Optional.empty(), now));
        Hold refunded = change(hold.refunded(amount));
        balance = balance.refunded(amount);
        enter(id, Entry.Kind.REFUND, Optional.of(hold.id()), correction.original(), amount, correction.actor(),
                correction.reason(), "refund:" + correction.key());
        return refunded;
    }

    Balance before() {
        return before;
    }

    Balance balance() {
        return balance;
    }

    long seq() {
        return seq;
    }

    List<Entry> entries() {
        return entries;
    }

    List<Hold> opened() {
        return opened;
    }

    Collection<Hold> changed() {
        return changed.values();
    }

    List<Lot> made() {
        return made.stream().map(lots::get).toList();
    }

    /** Lots that were there before and are not what they were. */
    List<Lot> touched() {
        return touched.stream().filter(id -> !made.contains(id)).map(lots::get).toList();
    }

    private void require(Credits amount) {
        if (amount.isMoreThan(balance.available())) {
            throw new InsufficientCreditsException(amount, balance.available());
        }
    }

    /** Returns what came from which lot, in the order in which it will be spent. */
    private Map<UUID, Credits> take(Credits amount) {
        Map<UUID, Credits> taken = new LinkedHashMap<>();
        Credits missing = amount;
        for (Lot lot : lots.values().stream().filter(lot -> !lot.isExhausted()).sorted(Lot.BY_EXPIRY).toList()) {
            if (!missing.isPositive()) {
                break;
            }
            Credits part = missing.isMoreThan(lot.remaining()) ? lot.remaining() : missing;
            put(lot.left(lot.remaining().minus(part)));
            taken.put(lot.id(), part);
            missing = missing.minus(part);
        }
        if (missing.isPositive()) {
            throw new IllegalStateException("The lots of user " + user + " hold less than the account says");
        }
        return taken;
    }

    /** What is not spent returns to where it came from; what would be used first is spent first. */
    private void giveBack(Hold hold, Credits spent, Duration grace) {
        Credits unpaid = spent;
        for (Map.Entry<UUID, Credits> part : hold.lots().entrySet()) {
            Credits paid = unpaid.isMoreThan(part.getValue()) ? part.getValue() : unpaid;
            unpaid = unpaid.minus(paid);
            if (part.getValue().isMoreThan(paid)) {
                giveBack(lots.get(part.getKey()), part.getValue().minus(paid), grace);
            }
        }
    }

    private void giveBack(Lot lot, Credits amount, Duration grace) {
        if (lot.isExpiredAt(now) && !lot.isExhausted()) {
            expire(lot, lot.remaining(), "past its date");
        }
        Lot current = lots.get(lot.id());
        Lot returned = current.left(current.remaining().plus(amount));
        put(returned.isExpiredAt(now) ? returned.until(now.plus(grace)) : returned);
    }

    private void make(Lot lot) {
        made.add(lot.id());
        lots.put(lot.id(), lot);
    }

    private void put(Lot lot) {
        touched.add(lot.id());
        lots.put(lot.id(), lot);
    }

    private Hold change(Hold hold) {
        changed.put(hold.id(), hold);
        return hold;
    }

    private void enter(UUID id, Entry.Kind kind, Optional<UUID> hold, Optional<UUID> original, Credits amount,
            Optional<UUID> actor, String reason, String key) {
        seq++;
        entries.add(new Entry(id, user, seq, kind, hold, original, amount, balance, actor, reason, key, now));
    }

    private static UUID id() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
