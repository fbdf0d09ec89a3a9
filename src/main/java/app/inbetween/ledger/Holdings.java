package app.inbetween.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.price.Credits;

/** Opens holds and spends them, many at once and in their order, at the cost of one. */
@ApplicationScoped
class Holdings {

    @Inject
    Accounts accounts;
    @Inject
    Holds holds;
    @Inject
    Journal journal;
    @Inject
    SpendingLimits limits;
    @Inject
    LedgerConfig config;

    List<Holding> open(List<HoldOrder> orders) {
        Map<UUID, Account> locked = accounts.lock(distinct(orders, HoldOrder::user));
        Map<UUID, Hold> earlier = new HashMap<>(holds.of(distinct(orders, HoldOrder::generation)));
        accounts.loadLots(locked, locked.keySet(), List.of());
        Map<UUID, SpendingGuard> guards = limits.guards(locked.keySet());
        List<Holding> answers = new ArrayList<>();
        for (HoldOrder order : orders) {
            Holding answer = answer(() -> earlier.containsKey(order.generation())
                    ? requireOwner(earlier.get(order.generation()), order.user())
                    : open(locked.get(order.user()), Optional.ofNullable(guards.get(order.user())), order));
            if (answer instanceof Holding.Held held) {
                earlier.put(order.generation(), held.hold());
            }
            answers.add(answer);
        }
        journal.write(locked.values());
        return answers;
    }

    List<Hold> capture(List<CaptureOrder> orders) {
        Map<UUID, Account> locked = accounts.lockHoldersFor(distinct(orders, CaptureOrder::generation));
        Map<UUID, Hold> found = existing(distinct(orders, CaptureOrder::generation));
        Map<CaptureOrder, Credits> amounts = new IdentityHashMap<>();
        orders.forEach(order -> amounts.put(order, amountOf(order, found.get(order.generation()))));
        accounts.loadLots(locked, List.of(), orders.stream()
                .filter(order -> found.get(order.generation()).amount().isMoreThan(amounts.get(order)))
                .flatMap(order -> found.get(order.generation()).lots().keySet().stream()).collect(Collectors.toSet()));
        List<Hold> answers = new ArrayList<>();
        for (CaptureOrder order : orders) {
            Hold hold = found.get(order.generation());
            Hold captured = hold.isOpen()
                    ? locked.get(hold.user()).capture(hold, amounts.get(order), order.reason(), config.returnedFor())
                    : hold;
            found.put(order.generation(), captured);
            answers.add(captured);
        }
        journal.write(locked.values());
        return answers;
    }

    private static Credits amountOf(CaptureOrder order, Hold hold) {
        Credits amount = order.amount().apply(hold);
        if (amount.isNegative() || amount.isMoreThan(hold.amount())) {
            throw new IllegalArgumentException("Of " + hold.amount() + " held, " + amount + " cannot be captured");
        }
        return amount;
    }

    private static Hold open(Account account, Optional<SpendingGuard> guard, HoldOrder order) {
        account.expireDue();
        guard.ifPresent(it -> it.require(order.quote().total()));
        Hold hold = account.hold(order);
        guard.ifPresent(it -> it.spend(hold.amount()));
        return hold;
    }

    private static Holding answer(Supplier<Hold> hold) {
        try {
            return new Holding.Held(hold.get());
        } catch (InsufficientCreditsException | LimitExceededException e) {
            return new Holding.Refused(e);
        }
    }

    private Map<UUID, Hold> existing(Collection<UUID> generations) {
        Map<UUID, Hold> found = holds.of(generations);
        if (!found.keySet().containsAll(generations)) {
            throw new IllegalStateException("Nothing is held for one of the generations " + generations);
        }
        return found;
    }

    private static Hold requireOwner(Hold hold, UUID user) {
        if (!hold.user().equals(user)) {
            throw new IllegalStateException("Generation " + hold.generation() + " is somebody else's");
        }
        return hold;
    }

    private static <T> Set<UUID> distinct(List<T> orders, Function<T, UUID> id) {
        return orders.stream().map(id).collect(Collectors.toSet());
    }
}
