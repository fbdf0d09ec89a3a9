package app.inbetween.fakes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sends webhooks as WaveSpeed does: signed, again where they are not taken, and one of them twice. */
final class WaveSpeedMessenger {

    private static final int AGAIN = 3;
    private static final Duration REPEATED_AFTER = Duration.ofMillis(200);

    private final String key;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();
    private final List<Integer> answers = Collections.synchronizedList(new ArrayList<>());

    /** @param secret with its prefix */
    WaveSpeedMessenger(String secret) {
        key = secret.substring("whsec_".length());
    }

    /** What was answered to each, in order; 0 for nothing at all. */
    List<Integer> answers() {
        synchronized (answers) {
            return List.copyOf(answers);
        }
    }

    void send(URI to, byte[] body) {
        String id = "wh_" + UUID.randomUUID();
        for (int attempt = 0; attempt <= AGAIN; attempt++) {
            if (isTaken(deliver(to, id, body))) {
                // Nobody says it twice at once: a repetition comes of an answer that was not seen.
                pause(REPEATED_AFTER);
                deliver(to, id, body);
                return;
            }
            pause(Duration.ofMillis(50L << attempt));
        }
    }

    private int deliver(URI to, String id, byte[] body) {
        String time = String.valueOf(Instant.now().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(to).timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json").header("webhook-id", id).header("webhook-timestamp", time)
                .header("webhook-signature", "v3," + sign(id + "." + time + ".", body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
        int status = exchange(request);
        answers.add(status);
        return status;
    }

    private int exchange(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private String sign(String prefix, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(prefix.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isTaken(int status) {
        return status / 100 == 2;
    }

    /** A task that is completed is not waited for. */
    static void pause(FakeTask task, Duration time) {
        try {
            task.await(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
