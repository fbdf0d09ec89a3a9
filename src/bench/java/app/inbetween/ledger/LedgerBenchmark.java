package app.inbetween.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;

import com.fasterxml.jackson.databind.ObjectMapper;

import app.inbetween.database.GroupCommit;

/**
 * Pairs of hold and capture per second through the ledger, each durable before its caller goes on, against {@code pgbench -M
 * prepared} sending the same statements to the same PostgreSQL, one transaction for each as well. In turns, so that what is
 * printed holds on any machine: ratios.
 */
public final class LedgerBenchmark {

    private static final int CALLERS = 32;
    private static final Duration TURN = Duration.ofSeconds(5);
    private static final double SPREAD_GOAL = 1.3;
    private static final double HOT_GOAL = 5;

    private final Bank bank;
    private final GroupCommit<HoldOrder, Holding> holds;
    private final GroupCommit<CaptureOrder, Hold> captures;

    private LedgerBenchmark(Bank bank) {
        this.bank = bank;
        holds = new GroupCommit<>(orders -> bank.inTransaction(() -> {
            bank.ledger.hurry();
            return bank.ledger.holdAll(orders);
        }), order -> bank.inTransaction(() -> bank.ledger.holdAll(List.of(order)).get(0)));
        captures = new GroupCommit<>(
                orders -> bank.inTransaction(() -> {
            bank.ledger.hurry();
            return bank.ledger.captureAll(orders);
        }), order -> bank.inTransaction(() -> bank.ledger.captureAll(List.of(order)).get(0)));
    }

    /** @param arguments the file the results are written to, as JSON; how many rounds are run */
    public static void main(String[] arguments) throws Exception {
        Path json = Path.of(arguments[0]);
        Files.createDirectories(json.toAbsolutePath().getParent());
        try (Bank bank = new Bank()) {
            LedgerBenchmark benchmark = new LedgerBenchmark(bank);
            int rounds = Integer.parseInt(arguments[1]);
            Map<String, Object> results = new TreeMap<>();
            results.put("spread", benchmark.race("10,000 accounts", Bank.PEOPLE, rounds, SPREAD_GOAL));
            results.put("hot", benchmark.race("one hot account", 1, rounds, HOT_GOAL));
            System.out.println("ledger_violations: " + bank.violations());
            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(json.toFile(), results);
        }
    }

    private Map<String, Object> race(String name, int people, int rounds, double goal) throws Exception {
        Pgbench pgbench = new Pgbench(bank.port(), people, CALLERS);
        pairsPerSecond(people);
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            double theirs = pgbench.pairsPerSecond(TURN);
            double ours = pairsPerSecond(people);
            ratios.add(ours / theirs);
            System.out.printf("%-16s ledger %8.0f pairs/s, pgbench %8.0f pairs/s, %5.2f x%n", name, ours, theirs, ours / theirs);
        }
        double median = ratios.stream().sorted().skip(rounds / 2).findFirst().orElseThrow();
        System.out.printf("%-16s median %.2f x   goal %.1f x: %s%n", name, median, goal, median >= goal ? "met" : "missed");
        return Map.of("median", median, "ratios", ratios, "goal", goal);
    }

    private double pairsPerSecond(int people) throws InterruptedException {
        AtomicLong pairs = new AtomicLong();
        long end = System.nanoTime() + TURN.toNanos();
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            IntSupplier someone = () -> ThreadLocalRandom.current().nextInt(people);
            callers.add(new Thread(() -> {
                while (System.nanoTime() < end) {
                    pair(someone.getAsInt());
                    pairs.incrementAndGet();
                }
            }));
        }
        callers.forEach(Thread::start);
        for (Thread caller : callers) {
            caller.join();
        }
        return pairs.get() / (TURN.toNanos() / 1e9);
    }

    private void pair(int person) {
        UUID generation = UUID.randomUUID();
        holds.submit(new HoldOrder(Bank.person(person), generation, Bank.quote(person), "Shot 3")).orThrow();
        captures.submit(new CaptureOrder(generation, Bank.PRICE, ""));
    }
}
