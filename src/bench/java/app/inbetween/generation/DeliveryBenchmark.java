package app.inbetween.generation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import com.fasterxml.jackson.databind.ObjectMapper;

import app.inbetween.fakes.FakeTask;
import app.inbetween.fakes.FakeWaveSpeed;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * How long after the provider is done a clip can be played in the gallery, told by webhook and found by polling, against how long
 * it takes the provider's own npm client to return the film's address. All ask the same fake at the same time for clips that are
 * done at random moments, and only one of them at a time is measured, so that ratios hold on any machine.
 */
public final class DeliveryBenchmark {

    private static final int CLIPS = 40;
    private static final int WARMING = 30;
    private static final int LEAST_MILLIS = 500;
    private static final int MOST_MILLIS = 2500;
    private static final double TOLD_GOAL = 0.1;
    private static final double ASKING_GOAL = 0.8;

    private final FakeWaveSpeed provider;
    /** Fair, so that they take turns. */
    private final ReentrantLock turn = new ReentrantLock(true);

    private DeliveryBenchmark(FakeWaveSpeed provider) {
        this.provider = provider;
    }

    /** @param arguments the file the results are written to, as JSON; how many rounds of forty clips each are run */
    public static void main(String[] arguments) throws Exception {
        Path json = Path.of(arguments[0]);
        Files.createDirectories(json.toAbsolutePath().getParent());
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start(); FakeWaveSpeed provider = new FakeWaveSpeed(0)) {
            provider.liftLimits();
            provider.reachLocalhost();
            List<Contender> contenders = new ArrayList<>(NpmClient.start(provider).stream().toList());
            provider.hold();
            try {
                contenders.add(ourselves(postgres, provider, "told", true, Map.of()));
                contenders.add(ourselves(postgres, provider, "asking", false, Map.of()));
                contenders.add(ourselves(postgres, provider, "asking as often", false,
                        Map.of("INBETWEEN_PROVIDER_WAVESPEED_POLL_EVERY", "1s")));
                Map<String, long[]> times = new DeliveryBenchmark(provider).race(contenders,
                        Integer.parseInt(arguments[1]) * CLIPS);
                new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(json.toFile(), report(times));
            } finally {
                for (Contender contender : contenders) {
                    contender.close();
                }
            }
        }
    }

    private static Contender ourselves(EmbeddedPostgres postgres, FakeWaveSpeed provider, String name, boolean isTold,
            Map<String, String> more) throws Exception {
        Map<String, String> settings = new HashMap<>(more);
        provider.configuration().forEach((key, value) -> settings.put(key.toUpperCase().replaceAll("[.-]", "_"), value));
        settings.put("INBETWEEN_PROVIDER_WAVESPEED_SUBMITS", "1000/1m");
        return Ourselves.start(postgres, name, isTold, settings);
    }

    private Map<String, long[]> race(List<Contender> contenders, int clips) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(contenders.size());
        try {
            Map<String, Future<long[]>> running = new TreeMap<>();
            for (Contender contender : contenders) {
                Callable<long[]> lane = () -> times(contender, clips);
                running.put(contender.name(), threads.submit(lane));
            }
            Map<String, long[]> times = new TreeMap<>();
            for (Map.Entry<String, Future<long[]>> lane : running.entrySet()) {
                times.put(lane.getKey(), lane.getValue().get());
            }
            return times;
        } finally {
            threads.shutdownNow();
        }
    }

    /** In nanoseconds, sorted. */
    private long[] times(Contender contender, int clips) throws Exception {
        Random random = new Random(contender.name().hashCode());
        long[] times = new long[clips];
        for (int i = -WARMING; i < clips; i++) {
            long taken = time(contender, contender.name() + " " + i, random.nextInt(LEAST_MILLIS, MOST_MILLIS));
            if (i >= 0) {
                times[i] = taken;
            }
        }
        Arrays.sort(times);
        return times;
    }

    private long time(Contender contender, String prompt, int lastsMillis) throws Exception {
        FakeTask task = inTurn(() -> asked(contender, prompt));
        TimeUnit.MILLISECONDS.sleep(lastsMillis);
        return inTurn(() -> {
            long done = System.nanoTime();
            task.complete();
            contender.await();
            long taken = System.nanoTime() - done;
            contender.settle();
            return taken;
        });
    }

    private FakeTask asked(Contender contender, String prompt) throws Exception {
        contender.ask(prompt);
        while (true) {
            for (FakeTask task : provider.tasks()) {
                if (task.input().path("prompt").asText().equals(prompt)) {
                    return task;
                }
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private <T> T inTurn(Callable<T> errand) throws Exception {
        turn.lock();
        try {
            return errand.call();
        } finally {
            turn.unlock();
        }
    }

    private static Map<String, Object> report(Map<String, long[]> times) {
        Map<String, Object> results = new TreeMap<>();
        times.forEach((name, sorted) -> results.put(name, new TreeMap<>(Map.of("p50Millis", millis(sorted, 0.5), "p99Millis",
                millis(sorted, 0.99), "clips", sorted.length))));
        times.forEach((name, sorted) -> System.out.printf("%-16s p50 %5.0f ms, p99 %5.0f ms, %d clips%n", name,
                millis(sorted, 0.5), millis(sorted, 0.99), sorted.length));
        if (times.containsKey("npm client")) {
            double theirs = millis(times.get("npm client"), 0.5);
            Map.of("told", TOLD_GOAL, "asking", ASKING_GOAL, "asking as often", ASKING_GOAL).forEach((name, goal) -> {
                double ratio = millis(times.get(name), 0.5) / theirs;
                results.put(name + " ratio", ratio);
                System.out.printf("%-16s median %.2f x   goal %.1f x: %s%n", name, ratio, goal, ratio <= goal ? "met" : "missed");
            });
        }
        return results;
    }

    private static double millis(long[] sorted, double share) {
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))] / 1e6;
    }
}
