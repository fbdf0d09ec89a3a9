package app.inbetween.database;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Lets callers that come at the same time share one transaction, and so one wait for the disk and one turn at a lock they would
 * queue for. Nobody waits for company: whoever finds the counter free is served at once, and whoever comes meanwhile is served
 * with everybody else who came meanwhile, in the order of coming. When a group fails, each of it is served alone and on its own
 * thread, so that a caller only ever meets a failure, or waits for a lock, of its own.
 *
 * @param <Q> what is asked
 * @param <A> what is answered
 */
public final class GroupCommit<Q, A> {

    private static final int MOST = 64;

    private final int most;
    private final Function<List<Q>, List<A>> together;
    private final Function<Q, A> alone;
    private final Queue<Caller<Q, A>> queue = new ArrayDeque<>();
    private boolean busy;

    private enum Turn {
        ANSWERED,
        SERVE,
        ALONE
    }

    private static final class Caller<Q, A> {
        private final Q question;
        private final CompletableFuture<A> answer = new CompletableFuture<>();
        /** Done when there is an answer, or when it is this caller's turn to serve: its group, or only itself. */
        private final CompletableFuture<Turn> called = new CompletableFuture<>();

        private Caller(Q question) {
            this.question = question;
        }
    }

    /**
     * @param together answers all questions in their order in one transaction, or throws and has changed nothing; waits for
     *        nobody for long, because others wait for it
     * @param alone answers one question in a transaction of its own, beside the counter
     */
    public GroupCommit(Function<List<Q>, List<A>> together, Function<Q, A> alone) {
        this(MOST, together, alone);
    }

    /** @param most how many share a transaction at the most */
    GroupCommit(int most, Function<List<Q>, List<A>> together, Function<Q, A> alone) {
        this.most = most;
        this.together = together;
        this.alone = alone;
    }

    /** @throws RuntimeException what was thrown for this question alone */
    public A submit(Q question) {
        Caller<Q, A> caller = new Caller<>(question);
        Turn turn = enqueue(caller) ? Turn.SERVE : caller.called.join();
        if (turn == Turn.SERVE) {
            turn = serve();
        }
        return turn == Turn.ANSWERED ? caller.answer.join() : alone.apply(question);
    }

    /** How many wait behind the group that is being served. */
    synchronized int waiting() {
        return queue.size();
    }

    /** Returns whether the counter was free, so that the caller serves. */
    private synchronized boolean enqueue(Caller<Q, A> caller) {
        queue.add(caller);
        boolean free = !busy;
        busy = true;
        return free;
    }

    /** Serves one group, in which the calling thread is the first, and hands the counter on. */
    private Turn serve() {
        List<Caller<Q, A>> group = next();
        Turn served = Turn.ALONE;
        try {
            served = answer(group);
            return served;
        } finally {
            handOn();
            Turn told = served;
            group.forEach(caller -> caller.called.complete(told));
        }
    }

    private synchronized List<Caller<Q, A>> next() {
        List<Caller<Q, A>> group = new ArrayList<>();
        while (group.size() < most && !queue.isEmpty()) {
            group.add(queue.remove());
        }
        return group;
    }

    private Turn answer(List<Caller<Q, A>> group) {
        try {
            List<A> answers = together.apply(group.stream().map(caller -> caller.question).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).answer.complete(answers.get(i));
            }
            return Turn.ANSWERED;
        } catch (RuntimeException e) {
            // Whatever it was: whoever it concerns meets it again.
            return Turn.ALONE;
        }
    }

    private synchronized void handOn() {
        busy = !queue.isEmpty();
        if (busy) {
            queue.peek().called.complete(Turn.SERVE);
        }
    }
}
