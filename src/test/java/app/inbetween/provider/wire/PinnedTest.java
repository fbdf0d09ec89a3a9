package app.inbetween.provider.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import io.vertx.core.Vertx;
import io.vertx.core.net.PfxOptions;

/** A server with a certificate for films.example, which no name server knows. 127.0.0.1 stands for the internet. */
class PinnedTest {

    private static final String WORD = "changeit";

    @TempDir
    Path directory;

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger lookups = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private HttpsServer server;
    private Wire wire;

    @BeforeEach
    void start() throws Exception {
        Path keys = directory.resolve("keys.p12");
        makeKey(keys);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 10);
        server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.getResponseHeaders().set("Location", "/again");
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/on") ? 302 : 404, -1);
            exchange.close();
        });
        server.start();
        wire = new Wire(vertx, Lines.usual().setTrustOptions(new PfxOptions().setPath(keys.toString()).setPassword(WORD)));
    }

    @AfterEach
    void stop() {
        server.stop(0);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void theCallGoesToTheAddressAndTheCertificateIsTheNames() throws IOException {
        Answer answer = uploads("127.0.0.1").send(Call.put(address("films.example", "/slot")), hosts());

        assertThat(answer.status()).isEqualTo(404);
        assertThat(lookups).hasValue(1);
    }

    @Test
    void aCertificateForAnotherNameIsNotTaken() {
        assertThatThrownBy(() -> uploads("127.0.0.1").send(Call.put(address("other.example", "/slot")), hosts()))
                .isInstanceOf(NotSentException.class);
        assertThat(requests).hasValue(0);
    }

    @Test
    void anUploadIntoThePrivateNetworkIsNotSent() {
        assertThatThrownBy(() -> uploads("127.0.0.2").send(Call.put(address("films.example", "/slot")), hosts()))
                .isInstanceOf(RefusedAddressException.class);
        assertThat(requests).hasValue(0);
    }

    @Test
    void aNameThatTurnsToThePrivateNetworkBetweenTwoHopsIsLeftAlone() {
        Downloads downloads = new Downloads(wire, java.time.Clock.systemUTC(), destinations("127.0.0.1", "127.0.0.2"),
                new Downloads.Limits(1000, java.time.Duration.ofSeconds(10), java.time.Duration.ofSeconds(5)));

        assertThatThrownBy(() -> downloads.fetch(address("films.example", "/on"), hosts(), directory.resolve("film.mp4")))
                .hasMessageContaining("it leads into a network that is not public");
        assertThat(requests).hasValue(1);
        assertThat(lookups).hasValue(2);
    }

    private Uploads uploads(String... addresses) {
        return new Uploads(wire, destinations(addresses));
    }

    /** Each lookup gives the next one. */
    private Destinations destinations(String... addresses) {
        return new Destinations(host -> List.of(InetAddress.getByName(addresses[lookups.getAndIncrement()])),
                address -> address.getHostAddress().equals("127.0.0.1"), server.getAddress().getPort());
    }

    private URI address(String host, String path) {
        return URI.create("https://" + host + ":" + server.getAddress().getPort() + path);
    }

    private static ResultHosts hosts() {
        return ResultHosts.anyPublic(Optional.empty());
    }

    private static void makeKey(Path file) throws Exception {
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias", "films", "-keyalg", "EC", "-dname", "CN=films.example", "-ext", "san=dns:films.example", "-storetype",
                "PKCS12", "-keystore", file.toString(), "-storepass", WORD).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes());
        assertThat(keytool.waitFor()).as(said).isZero();
    }

    private static SSLContext context(Path file) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, WORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, WORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
