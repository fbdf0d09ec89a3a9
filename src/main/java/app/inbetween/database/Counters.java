package app.inbetween.database;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Several counters side by side; everything that concerns one person is done at the same one, so that a person who has much to
 * do, or whose account is locked, holds up few others.
 */
public final class Counters<Q, A> {

    private static final int SIDE_BY_SIDE = 4;
    private static final int MOST_AT_ONCE = 64;

    private final Function<Q, UUID> person;
    private final List<GroupCommit<Q, A>> counters;

    /**
     * @param person whom a question concerns
     * @param transaction as for {@link GroupCommit}
     */
    public Counters(Function<Q, UUID> person, Function<List<Q>, List<A>> transaction) {
        this.person = person;
        counters = IntStream.range(0, SIDE_BY_SIDE).mapToObj(i -> new GroupCommit<>(MOST_AT_ONCE, transaction)).toList();
    }

    /** @throws RuntimeException what the transaction threw for this question alone */
    public A submit(Q question) {
        return counters.get(Math.floorMod(person.apply(question).hashCode(), SIDE_BY_SIDE)).submit(question);
    }
}
