package app.inbetween.ledger;

import java.time.Duration;
import java.time.Instant;

import app.inbetween.price.Credits;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** One thing done to the books. */
interface Step {

    /** The last one has a cap on every day and every month. */
    int USERS = 2;
    Credits DAILY_CAP = Credits.of(40);
    Credits MONTHLY_CAP = Credits.of(90);
    Instant BEGIN = Instant.parse("2026-11-21T14:20:00Z");
    int GENERATIONS = 12;
    int KEYS = 12;

    /** What can be done; answers in words, and refuses with an exception. */
    interface Books {

        /** @param days until it expires; 0 for never */
        String grant(int user, Credits amount, int days, int key);

        String takeBack(int user, Credits amount, int key);

        /** Begins the current month of the one allowance there is. */
        String renew(int user, Credits amount, Credits rollover);

        void pass(Duration time);

        String hold(int user, int generation, Credits amount);

        String capture(int generation, Credits amount);

        String release(int generation);

        String refund(int generation, Credits amount, int key);

        /** After everything past its date has been entered. */
        Balance balance(int user);
    }

    String on(Books books);

    record Grant(int user, Credits amount, int days, int key) implements Step {
        @Override
        public String on(Books books) {
            return books.grant(user, amount, days, key);
        }
    }

    record TakeBack(int user, Credits amount, int key) implements Step {
        @Override
        public String on(Books books) {
            return books.takeBack(user, amount, key);
        }
    }

    record Renew(int user, Credits amount, Credits rollover) implements Step {
        @Override
        public String on(Books books) {
            return books.renew(user, amount, rollover);
        }
    }

    record Pass(Duration time) implements Step {
        @Override
        public String on(Books books) {
            books.pass(time);
            return "passed";
        }
    }

    record SetAside(int user, int generation, Credits amount) implements Step {
        @Override
        public String on(Books books) {
            return books.hold(user, generation, amount);
        }
    }

    record Capture(int generation, Credits amount) implements Step {
        @Override
        public String on(Books books) {
            return books.capture(generation, amount);
        }
    }

    record Release(int generation) implements Step {
        @Override
        public String on(Books books) {
            return books.release(generation);
        }
    }

    record Refund(int generation, Credits amount, int key) implements Step {
        @Override
        public String on(Books books) {
            return books.refund(generation, amount, key);
        }
    }

    /** Few users, generations, keys and amounts, so that repeats, collisions and refusals are common. */
    static Arbitrary<Step> any() {
        Arbitrary<Integer> user = Arbitraries.integers().between(0, USERS - 1);
        Arbitrary<Integer> generation = Arbitraries.integers().between(0, GENERATIONS - 1);
        Arbitrary<Integer> key = Arbitraries.integers().between(0, KEYS - 1);
        Arbitrary<Credits> amount = Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.of(5_000L, 10_000L, 25_000L)),
                Tuple.of(1, Arbitraries.longs().between(0, 60_000))).map(Credits::ofMillis);
        Arbitrary<Credits> positive = amount.filter(Credits::isPositive);
        Arbitrary<Integer> days = Arbitraries.of(0, 0, 1, 5, 40);
        Arbitrary<Duration> time = Arbitraries.of(1, 12, 30, 24 * 6, 24 * 20).map(Duration::ofHours);
        Arbitrary<Credits> rollover = Arbitraries.of(0L, 8_000L, 30_000L).map(Credits::ofMillis);
        return Arbitraries.frequencyOf(
                Tuple.of(4, Combinators.combine(user, amount, days, key).as(Grant::new)),
                Tuple.of(8, Combinators.combine(user, generation, positive).as(SetAside::new)),
                Tuple.of(4, Combinators.combine(generation, amount).as(Capture::new)),
                Tuple.of(3, generation.map(Release::new)),
                Tuple.of(6, Combinators.combine(generation, amount, key).as(Refund::new)),
                Tuple.of(2, Combinators.combine(user, amount, key).as(TakeBack::new)),
                Tuple.of(2, Combinators.combine(user, positive, rollover).as(Renew::new)),
                Tuple.of(3, time.map(Pass::new)));
    }
}
