package app.inbetween.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import app.inbetween.fakes.Fakes;

/** The studio at work with a key for every provider, which are fakes on this machine and can reach it. */
public class ProvidersAtWork extends OpenStudio {

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Fakes.class, Map.of("near", "true")));
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        int port = freePort();
        Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
        overrides.put("quarkus.http.test-port", String.valueOf(port));
        overrides.put("inbetween.public-url", "http://localhost:" + port);
        overrides.put("inbetween.ledger.welcome-credits", "1000");
        overrides.put("inbetween.generation.max-concurrent-per-user", "20");
        overrides.put("inbetween.provider.dashscope.poll-every", "1s");
        overrides.put("inbetween.provider.kolbo.poll-every", "1s");
        overrides.put("inbetween.price.learn-every", "1s");
        return overrides;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
