package app.inbetween.ledger;

import app.inbetween.price.Credits;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** One thing done to the books. */
interface Step {

    int USERS = 2;
    int GENERATIONS = 6;
    int KEYS = 12;

    /** What can be done; answers in words, and refuses with an exception. */
    interface Books {

        String grant(int user, Credits amount, int key);

        String hold(int user, int generation, Credits amount);

        String capture(int generation, Credits amount);

        String release(int generation);

        String refund(int generation, Credits amount, int key);

        Balance balance(int user);
    }

    String on(Books books);

    record Grant(int user, Credits amount, int key) implements Step {
        @Override
        public String on(Books books) {
            return books.grant(user, amount, key);
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
        return Arbitraries.frequencyOf(
                Tuple.of(2, Combinators.combine(user, amount, key).as(Grant::new)),
                Tuple.of(4, Combinators.combine(user, generation, positive).as(SetAside::new)),
                Tuple.of(2, Combinators.combine(generation, amount).as(Capture::new)),
                Tuple.of(1, generation.map(Release::new)),
                Tuple.of(3, Combinators.combine(generation, amount, key).as(Refund::new)));
    }
}
