package app.inbetween.ledger;

import static app.inbetween.price.Credits.ZERO;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import app.inbetween.price.Credits;

/** The ledger as one would write it without a database: sums over what happened, and what is past its date gone at once. */
class Oracle implements Step.Books {

    private static final Duration GRACE = Duration.ofDays(7);

    /** That the ledger must throw this. */
    static final class Refusal extends RuntimeException {
        private Refusal(Class<? extends RuntimeException> type) {
            super(type.getSimpleName());
        }
    }

    private static final class Given {
        private int user;
        private int order;
        private boolean allowance;
        private Credits left;
        private Instant end;
    }

    private static final class Held {
        private int user;
        private Credits amount;
        private LocalDate day;
        private String state = "OPEN";
        private Credits captured = ZERO;
        private Credits refunded = ZERO;
        private final List<Given> from = new ArrayList<>();
        private final List<Credits> parts = new ArrayList<>();

        private String words() {
            return state + " captured " + captured + " refunded " + refunded;
        }

        private Credits counts() {
            return state.equals("OPEN") ? amount : captured.minus(refunded);
        }
    }

    private final Map<Integer, List<Object>> grants = new HashMap<>();
    private final Map<Integer, List<Object>> refunds = new HashMap<>();
    private final Map<Integer, List<Object>> taken = new HashMap<>();
    private final Map<List<Object>, Credits> renewals = new HashMap<>();
    private final Map<Integer, Held> holds = new HashMap<>();
    private final List<Given> lots = new ArrayList<>();
    private Instant now = Step.BEGIN;

    @Override
    public String grant(int user, Credits amount, int days, int key) {
        require(amount.isPositive(), IllegalArgumentException.class);
        if (isNew(grants, key, List.of(user, amount))) {
            give(user, amount, days == 0 ? Instant.MAX : now.plus(Duration.ofDays(days)), false);
        }
        return "granted";
    }

    @Override
    public String takeBack(int user, Credits amount, int key) {
        require(amount.isPositive(), IllegalArgumentException.class);
        boolean repeat = taken.containsKey(key);
        require(repeat || !amount.isMoreThan(available(user)), InsufficientCreditsException.class);
        if (isNew(taken, key, List.of(user, amount))) {
            take(user, amount, new Held());
        }
        return "taken";
    }

    @Override
    public String renew(int user, Credits amount, Credits rollover) {
        Credits before = renewals.putIfAbsent(List.of(user, YearMonth.from(today())), amount);
        require(before == null || before.equals(amount), IllegalStateException.class);
        if (before == null) {
            Credits excess = usable(user).filter(lot -> lot.allowance).map(lot -> lot.left).reduce(ZERO, Credits::plus)
                    .minus(rollover);
            for (Given lot : usable(user).filter(lot -> lot.allowance).toList()) {
                Credits lost = excess.isMoreThan(lot.left) ? lot.left : excess.isPositive() ? excess : ZERO;
                lot.left = lot.left.minus(lost);
                excess = excess.minus(lost);
            }
            give(user, amount, Instant.MAX, true);
        }
        return "renewed";
    }

    @Override
    public void pass(Duration time) {
        now = now.plus(time);
        lots.stream().filter(lot -> !lot.end.isAfter(now)).forEach(lot -> lot.left = ZERO);
    }

    @Override
    public String hold(int user, int generation, Credits amount) {
        Held held = holds.get(generation);
        if (held == null) {
            require(user != Step.USERS - 1 || isWithinCaps(user, amount), LimitExceededException.class);
            require(!amount.isMoreThan(available(user)), InsufficientCreditsException.class);
            held = new Held();
            held.user = user;
            held.amount = amount;
            held.day = today();
            take(user, amount, held);
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
            giveBack(held, amount);
        }
        return held.words();
    }

    @Override
    public String release(int generation) {
        Held held = existing(generation);
        if (held.state.equals("OPEN")) {
            held.state = "RELEASED";
            giveBack(held, ZERO);
        }
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
            give(held.user, amount, Instant.MAX, false);
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
        return new Balance(available(user), held, spent, available(user).plus(held).plus(spent));
    }

    private boolean isWithinCaps(int user, Credits amount) {
        Credits day = ZERO;
        Credits month = ZERO;
        for (Held hold : holds.values().stream().filter(hold -> hold.user == user).toList()) {
            day = day.plus(hold.day.equals(today()) ? hold.counts() : ZERO);
            month = month.plus(YearMonth.from(hold.day).equals(YearMonth.from(today())) ? hold.counts() : ZERO);
        }
        return !day.plus(amount).isMoreThan(Step.DAILY_CAP) && !month.plus(amount).isMoreThan(Step.MONTHLY_CAP);
    }

    private void give(int user, Credits amount, Instant end, boolean allowance) {
        Given lot = new Given();
        lot.user = user;
        lot.order = lots.size();
        lot.left = amount;
        lot.end = end;
        lot.allowance = allowance;
        lots.add(lot);
    }

    private void take(int user, Credits amount, Held held) {
        Credits missing = amount;
        for (Given lot : usable(user).toList()) {
            Credits part = missing.isMoreThan(lot.left) ? lot.left : missing;
            lot.left = lot.left.minus(part);
            missing = missing.minus(part);
            held.from.add(lot);
            held.parts.add(part);
        }
    }

    /** From the end: what would run out last comes back first. */
    private void giveBack(Held held, Credits spent) {
        Credits returned = held.amount.minus(spent);
        for (int i = held.from.size() - 1; i >= 0 && returned.isPositive(); i--) {
            Credits part = returned.isMoreThan(held.parts.get(i)) ? held.parts.get(i) : returned;
            returned = returned.minus(part);
            Given lot = held.from.get(i);
            lot.left = lot.left.plus(part);
            lot.end = part.isPositive() && !lot.end.isAfter(now) ? now.plus(GRACE) : lot.end;
        }
    }

    private Stream<Given> usable(int user) {
        return lots.stream().filter(lot -> lot.user == user && lot.left.isPositive())
                .sorted(Comparator.comparing((Given lot) -> lot.end).thenComparing(lot -> lot.order));
    }

    private Credits available(int user) {
        return usable(user).map(lot -> lot.left).reduce(ZERO, Credits::plus);
    }

    private LocalDate today() {
        return now.atZone(ZoneOffset.UTC).toLocalDate();
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
