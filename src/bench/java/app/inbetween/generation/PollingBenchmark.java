package app.inbetween.generation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * One node asks after ten thousand clips every ten seconds, over real HTTP and with its PostgreSQL beside it: how late a question
 * comes, whether any is left out, whether the provider's limit holds, and what it takes.
 */
public final class PollingBenchmark {

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
    private static final int JOBS = 10_000;
    private static final int PACE = 10;
    private static final int LIMIT = 1_100;
    private static final Duration WARMING = Duration.ofSeconds(60);
    private static final Duration ROUND = Duration.ofSeconds(12);
    private static final double GOAL = 1000;
    /** A pause is spread by a fifth, and may be as late as the goal allows. */
    private static final Duration LEFT_OUT = Duration.ofSeconds(13);

    private PollingBenchmark() {
    }

    /** @param arguments the file the results are written to, as JSON; how many rounds of twelve seconds are measured */
    public static void main(String[] arguments) throws Exception {
        Path json = Path.of(arguments[0]);
        Files.createDirectories(json.toAbsolutePath().getParent());
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start(); Questioned provider = new Questioned()) {
            Path log = Files.createTempFile("node-", ".log");
            Process node = start(postgres.getPort(), provider.address(), log);
            try {
                awaitStart(node, log);
                Map<String, Object> results = measure(node, new Crowd(postgres.getPostgresDatabase()), provider,
                        ROUND.multipliedBy(Integer.parseInt(arguments[1])));
                new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(json.toFile(), results);
            } finally {
                node.destroyForcibly().waitFor();
            }
        }
    }

    private static Map<String, Object> measure(Process node, Crowd crowd, Questioned provider, Duration length) throws Exception {
        long idle = liveBytes(node);
        crowd.gather(JOBS, PACE);
        TimeUnit.MILLISECONDS.sleep(WARMING.toMillis());
        Instant begin = Instant.now();
        Duration cpu = cpu(node);
        TimeUnit.MILLISECONDS.sleep(length.toMillis());
        Instant end = Instant.now();
        Duration spent = cpu(node).minus(cpu);
        long busy = liveBytes(node);
        return report(new Answers(provider.asked(), crowd.due(), begin, end), spent, Math.max(0, busy - idle), length);
    }

    /** What was asked and what was due, of which only what fell into the measured time counts. */
    private record Answers(Map<String, List<Instant>> asked, Map<String, List<Instant>> due, Instant begin, Instant end) {

        long[] lateMillis() {
            List<Long> late = new ArrayList<>();
            due.forEach((id, moments) -> {
                List<Instant> came = asked.getOrDefault(id, List.of());
                for (int i = 0; i < Math.min(moments.size(), came.size()); i++) {
                    if (isMeasured(moments.get(i))) {
                        late.add(Duration.between(moments.get(i), came.get(i)).toMillis());
                    }
                }
            });
            return late.stream().mapToLong(Long::longValue).sorted().toArray();
        }

        /** Clips that were not asked after for longer than they may wait. */
        long leftOut() {
            return due.keySet().stream().filter(id -> {
                Instant before = begin;
                for (Instant moment : asked.getOrDefault(id, List.of()).stream().filter(this::isMeasured).toList()) {
                    if (Duration.between(before, moment).compareTo(LEFT_OUT) > 0) {
                        return true;
                    }
                    before = moment;
                }
                return Duration.between(before, end).compareTo(LEFT_OUT) > 0;
            }).count() + JOBS - due.size();
        }

        /** The most questions in any second. */
        int mostInASecond() {
            long[] moments = asked.values().stream().flatMap(List::stream).mapToLong(Instant::toEpochMilli).sorted().toArray();
            int most = 0;
            for (int first = 0, last = 0; last < moments.length; last++) {
                while (moments[last] - moments[first] >= 1000) {
                    first++;
                }
                most = Math.max(most, last - first + 1);
            }
            return most;
        }

        private boolean isMeasured(Instant moment) {
            return !moment.isBefore(begin) && moment.isBefore(end);
        }
    }

    private static Map<String, Object> report(Answers answers, Duration cpu, long bytes, Duration length) {
        long[] late = answers.lateMillis();
        Map<String, Object> results = new TreeMap<>();
        results.put("questions", late.length);
        results.put("lateP50Millis", late[late.length / 2]);
        results.put("lateP99Millis", late[(int) (late.length * 0.99)]);
        results.put("leftOut", answers.leftOut());
        results.put("mostInASecond", answers.mostInASecond());
        results.put("limit", LIMIT);
        results.put("cores", (double) cpu.toMillis() / length.toMillis());
        results.put("cpuMicrosPerQuestion", cpu.toNanos() / 1000 / Math.max(1, late.length));
        results.put("heapBytesPerJob", bytes / JOBS);
        results.forEach((name, value) -> System.out.printf("%-22s %s%n", name, value));
        boolean met = late[(int) (late.length * 0.99)] <= GOAL && answers.leftOut() == 0 && answers.mostInASecond() <= LIMIT;
        System.out.printf("goal: p99 %.0f ms, none left out, %d in a second: %s%n", GOAL, LIMIT, met ? "met" : "missed");
        return results;
    }

    private static Process start(int port, String provider, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("java", "-Xmx512m", "-jar", JAR.toString()).redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://localhost:" + port + "/postgres",
                "QUARKUS_DATASOURCE_USERNAME", "postgres", "QUARKUS_DATASOURCE_PASSWORD", "postgres",
                "QUARKUS_HTTP_PORT", "0", "QUARKUS_HTTP_HOST", "localhost", "QUARKUS_OIDC_TENANT_ENABLED", "false",
                "INBETWEEN_STORAGE_DIRECTORY", Files.createTempDirectory("store-").toString()));
        builder.environment().putAll(Map.of("INBETWEEN_PROVIDER_WAVESPEED_API_KEY", "bench",
                "INBETWEEN_PROVIDER_WAVESPEED_BASE_URL", provider, "INBETWEEN_PROVIDER_WAVESPEED_POLL_EVERY", PACE + "s",
                "INBETWEEN_PROVIDER_WAVESPEED_QUERIES", LIMIT + "/1s"));
        return builder.start();
    }

    private static void awaitStart(Process node, Path log) throws IOException, InterruptedException {
        while (!Files.readString(log).contains("Listening on")) {
            if (!node.isAlive()) {
                throw new IllegalStateException("The application did not start: " + Files.readString(log));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static Duration cpu(Process node) {
        return node.info().totalCpuDuration().orElseThrow();
    }

    /** What is still in use after everything else was collected. */
    private static long liveBytes(Process node) throws IOException {
        Process histogram = new ProcessBuilder("jcmd", Long.toString(node.pid()), "GC.class_histogram").start();
        String text = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String total = text.lines().filter(line -> line.startsWith("Total")).findFirst().orElseThrow();
        return Long.parseLong(total.strip().split("\\s+")[2]);
    }
}
