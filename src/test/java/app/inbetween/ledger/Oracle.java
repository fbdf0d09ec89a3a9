package app.inbetween.ledger;

import static app.inbetween.price.Credits.ZERO;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import app.inbetween.price.Credits;

/** The ledger as one would write it without a database: sums over what happened. */
class Oracle implements Step.Books {

    /** That the ledger must throw this. */
    static final class Refusal extends RuntimeException {
        private Refusal(Class<? extends RuntimeException> type) {
            super(type.getSimpleName());
        }
    }

    private static final class Held {
        private int user;
        private Credits amount;
        private String state = "OPEN";
        private Credits captured = ZERO;
        private Credits refunded = ZERO;

        private String words() {
            return state + " captured " + captured + " refunded " + refunded;
        }
    }

    private final Map<Integer, List<Object>> grants = new HashMap<>();
    private final Map<Integer, List<Object>> refunds = new HashMap<>();
    private final Map<Integer, Held> holds = new HashMap<>();
    private final Credits[] granted = IntStream.range(0, Step.USERS).mapToObj(user -> ZERO).toArray(Credits[]::new);

    @Override
    public String grant(int user, Credits amount, int key) {
        require(amount.isPositive(), IllegalArgumentException.class);
        if (isNew(grants, key, List.of(user, amount))) {
            granted[user] = granted[user].plus(amount);
        }
        return "granted";
    }

    @Override
    public String hold(int user, int generation, Credits amount) {
        Held held = holds.get(generation);
        if (held == null) {
            require(!amount.isMoreThan(balance(user).available()), InsufficientCreditsException.class);
            held = new Held();
            held.user = user;
            held.amount = amount;
            holds.put(generation, held);
        }
        require(held.user == user, IllegalStateException.class);
        return held.words();
    }

    @Override
    public String capture(int generation, Credits amount) {
        Held held = existing(generation);
        require(!amount.isMoreThan(held.amount), IllegalArgumentException.class);
        if (held.state.equals("OPEN")) {
            held.state = "CAPTURED";
            held.captured = amount;
        }
        return held.words();
    }

    @Override
    public String release(int generation) {
        Held held = existing(generation);
        held.state = held.state.equals("OPEN") ? "RELEASED" : held.state;
        return held.words();
    }

    @Override
    public String refund(int generation, Credits amount, int key) {
        require(amount.isPositive(), IllegalArgumentException.class);
        Held held = existing(generation);
        boolean fits = !amount.isMoreThan(held.captured.minus(held.refunded));
        require(held.state.equals("CAPTURED"), RefundRefusedException.class);
        require(fits || refunds.containsKey(key), RefundRefusedException.class);
        if (isNew(refunds, key, List.of(generation, amount))) {
            held.refunded = held.refunded.plus(amount);
        }
        return held.words();
    }

    @Override
    public Balance balance(int user) {
        Credits held = ZERO;
        Credits spent = ZERO;
        for (Held hold : holds.values().stream().filter(hold -> hold.user == user).toList()) {
            held = held.plus(hold.state.equals("OPEN") ? hold.amount : ZERO);
            spent = spent.plus(hold.captured).minus(hold.refunded);
        }
        return new Balance(granted[user].minus(held).minus(spent), held, spent, granted[user]);
    }

    private Held existing(int generation) {
        require(holds.containsKey(generation), IllegalStateException.class);
        return holds.get(generation);
    }

    private static boolean isNew(Map<Integer, List<Object>> done, int key, List<Object> what) {
        List<Object> before = done.putIfAbsent(key, what);
        require(before == null || before.equals(what), IllegalStateException.class);
        return before == null;
    }

    private static void require(boolean met, Class<? extends RuntimeException> otherwise) {
        if (!met) {
            throw new Refusal(otherwise);
        }
    }
}
