package app.inbetween.page;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged application on a database, and an administrator who uses its pages with a signed token in hand. */
public final class Server implements AutoCloseable {

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
    private static final Pattern ADDRESS = Pattern.compile("Listening on: (http://\\S+)");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    private final Path log;
    private final String address;
    private final String token;

    private Server(Process process, Path log, String token) throws IOException, InterruptedException {
        this.process = process;
        this.log = log;
        this.token = token;
        address = address();
    }

    /**
     * @param port of PostgreSQL on this machine
     * @param more environment variables, which come last
     */
    public static Server start(int port, String database, Map<String, String> more)
            throws IOException, InterruptedException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair keys = generator.generateKeyPair();
        Path log = Files.createTempFile("server-", ".log");
        ProcessBuilder builder = new ProcessBuilder("java", "-Xmx512m", "-jar", JAR.toString()).redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://localhost:" + port + "/" + database,
                "QUARKUS_DATASOURCE_USERNAME", "postgres", "QUARKUS_DATASOURCE_PASSWORD", "postgres",
                "QUARKUS_HTTP_PORT", "0", "QUARKUS_HTTP_HOST", "localhost", "QUARKUS_OIDC_APPLICATION_TYPE", "service",
                "QUARKUS_OIDC_PUBLIC_KEY", Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()),
                "INBETWEEN_ACCOUNT_ISSUER", "bench", "INBETWEEN_STORAGE_DIRECTORY", Files.createTempDirectory("store-").toString()));
        builder.environment().putAll(more);
        return new Server(builder.start(), log, token(keys));
    }

    /** Nanoseconds until the whole page was there. */
    public long get(String path) throws IOException, InterruptedException {
        HttpRequest request = request(path).build();
        long begin = System.nanoTime();
        ask(request, 200);
        return System.nanoTime() - begin;
    }

    /** Takes a file as a player does, which does not read it as words. */
    public void take(String path) throws IOException, InterruptedException {
        HttpResponse<Void> answer = client.send(request(path).build(), HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
    }

    /** A request by that person. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Bearer " + token);
    }

    /** @throws IllegalStateException if the answer is another one than that */
    public HttpResponse<String> ask(HttpRequest request, int status) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != status) {
            throw new IllegalStateException(request.uri() + " answered " + response.statusCode() + ": " + Files.readString(log));
        }
        return response;
    }

    private String address() throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (process.isAlive() && Instant.now().isBefore(end)) {
            Matcher said = ADDRESS.matcher(Files.readString(log));
            if (said.find()) {
                return said.group(1);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("The application did not start: " + Files.readString(log));
    }

    private static String token(KeyPair keys) throws GeneralSecurityException {
        String head = base64("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        String claims = base64(("{\"iss\":\"bench\",\"sub\":\"person-0\",\"preferred_username\":\"person-0\",\"groups\":[\"admin\"],"
                + "\"iat\":%d,\"exp\":%d}").formatted(Instant.now().getEpochSecond(), Instant.now().getEpochSecond() + 7200)
                .getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update((head + "." + claims).getBytes(StandardCharsets.US_ASCII));
        return head + "." + claims + "." + base64(signature.sign());
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
