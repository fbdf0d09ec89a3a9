package app.inbetween.provider.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpServer;

import io.vertx.core.Vertx;

class WireTest {

    @Test
    void noAnswerIsMissedHoweverSoonItComes() throws IOException {
        Vertx vertx = Vertx.vertx();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("{}".getBytes());
            exchange.close();
        });
        server.setExecutor(threads);
        server.start();
        try {
            Wire wire = new Wire(vertx);
            Call call = Call.get(URI.create("http://localhost:" + server.getAddress().getPort() + "/"));

            long heard = IntStream.range(0, 1500).parallel().filter(i -> isHeard(wire, call)).count();

            assertThat(heard).isEqualTo(1500);
        } finally {
            server.stop(0);
            threads.shutdownNow();
            vertx.close();
        }
    }

    private static boolean isHeard(Wire wire, Call call) {
        try {
            return wire.ask(call).text().equals("{}");
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aKeyWithALineBreakLeavesNothingAndIsNotTold() {
        Vertx vertx = Vertx.vertx();
        try {
            Call call = Call.post(URI.create("http://localhost:1/")).header("Authorization", "Key topsecret\n");

            assertThatThrownBy(() -> new Wire(vertx).sendOnce(call)).isInstanceOf(NotSentException.class)
                    .hasMessageNotContaining("topsecret").hasNoCause();
        } finally {
            vertx.close();
        }
    }
}
