package app.inbetween.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** A second process of the packaged application, on the database and store of the test, that can be killed without warning. */
final class Node implements AutoCloseable {

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
    private static final Path CLASSES = Path.of("target/node-classes.jsa").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final Path log;

    private Node(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** One node comes and goes in peace, and leaves what it read of its classes to those after it, which start sooner so. */
    static void prepare() throws IOException, InterruptedException {
        Files.deleteIfExists(CLASSES);
        try (Node node = start("-XX:ArchiveClassesAtExit=" + CLASSES)) {
            await().atMost(PATIENCE).until(() -> node.isListening() || !node.isAlive());
            node.process.destroy();
            assertThat(node.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("ended").isTrue();
        }
    }

    static Node start() throws IOException {
        return start(Files.exists(CLASSES) ? "-XX:SharedArchiveFile=" + CLASSES : "-Xshare:auto");
    }

    private static Node start(String classes) throws IOException {
        assertThat(JAR).as("the packaged application").exists();
        Path log = Files.createTempFile(Path.of("target").toAbsolutePath(), "node-", ".log");
        ProcessBuilder builder = new ProcessBuilder(java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", classes, "-jar",
                JAR.toString());
        builder.environment().putAll(environment());
        return new Node(builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(), log);
    }

    /** No last words, no shutdown hooks. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("killed").isTrue();
    }

    boolean isListening() {
        return log().contains("Listening on");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Map<String, String> environment() {
        Config config = ConfigProvider.getConfig();
        Map<String, String> environment = new HashMap<>();
        for (String name : List.of("quarkus.datasource.jdbc.url", "quarkus.datasource.username", "quarkus.datasource.password",
                "inbetween.storage.directory", "inbetween.scratch.directory")) {
            environment.put(name.toUpperCase().replaceAll("[.-]", "_"), config.getValue(name, String.class));
        }
        environment.put("QUARKUS_OIDC_TENANT_ENABLED", "false");
        environment.put("QUARKUS_HTTP_PORT", "0");
        environment.put("QUARKUS_HTTP_HOST", "localhost");
        environment.put("INBETWEEN_BUDGET_ALLOW_EVERY", "1s");
        environment.putAll(impatience());
        return environment;
    }

    /** Everything that takes half a minute in life takes a second or two here. */
    private static Map<String, String> impatience() {
        return Map.of("INBETWEEN_GENERATION_LEASE", "3s", "INBETWEEN_GENERATION_HEARTBEAT_EVERY", "1s",
                "INBETWEEN_GENERATION_DISPATCH_EVERY", "1s", "INBETWEEN_GENERATION_POLL_EVERY", "1s",
                "INBETWEEN_GENERATION_RESCUE_EVERY", "1s", "INBETWEEN_PROVIDER_LOCAL_SILENCE", "3s",
                "INBETWEEN_PROVIDER_LOCAL_MAX_CONCURRENT", "2", "INBETWEEN_GENERATION_MAX_ATTEMPTS", "1000",
                "INBETWEEN_GENERATION_MAX_CONCURRENT_PER_USER", "4");
    }
}
