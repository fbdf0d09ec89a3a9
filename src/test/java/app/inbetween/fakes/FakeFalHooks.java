package app.inbetween.fakes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Tells whoever wants to know that a request is through, signed, and again until somebody says that it was heard. */
final class FakeFalHooks {

    private static final int ATTEMPTS = 10;
    private static final String USER = "fake-user";

    private final HttpClient client = HttpClient.newHttpClient();
    private final KeyPair used = newPair();
    private final KeyPair retired = newPair();

    /** One that nothing is signed with any more comes first. */
    Map<String, Object> keys() {
        return Map.of("keys", List.of(jwk(retired), jwk(used)));
    }

    /** @return whether it was heard in the end; a redirect is never followed, and ends it */
    boolean deliver(URI to, String id, byte[] body) throws InterruptedException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int status = send(to, id, body);
            if (status / 100 == 2 || status / 100 == 3) {
                return status / 100 == 2;
            }
            Thread.sleep(50L << attempt);
        }
        return false;
    }

    private int send(URI to, String id, byte[] body) throws InterruptedException {
        try {
            String timestamp = Long.toString(Instant.now().getEpochSecond());
            HttpRequest request = HttpRequest.newBuilder(to).header("Content-Type", "application/json")
                    .header("X-Fal-Webhook-Request-Id", id).header("X-Fal-Webhook-User-Id", USER)
                    .header("X-Fal-Webhook-Timestamp", timestamp)
                    .header("X-Fal-Webhook-Signature", signature(id, timestamp, body))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private String signature(String id, String timestamp, byte[] body) {
        try {
            String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(used.getPrivate());
            signature.update(String.join("\n", id, USER, timestamp, hash).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> jwk(KeyPair pair) {
        byte[] wrapped = pair.getPublic().getEncoded();
        byte[] raw = Arrays.copyOfRange(wrapped, wrapped.length - 32, wrapped.length);
        return Map.of("kty", "OKP", "crv", "Ed25519", "x", Base64.getUrlEncoder().withoutPadding().encodeToString(raw));
    }

    private static KeyPair newPair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
