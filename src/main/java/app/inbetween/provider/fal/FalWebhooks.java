package app.inbetween.provider.fal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import app.inbetween.provider.ForgedWebhookException;
import app.inbetween.provider.Webhooks;

/** What fal sends when a request is through: signed with Ed25519 over ids, time and the hash of the bytes. */
final class FalWebhooks implements Webhooks {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration MOST_AGE = Duration.ofSeconds(300);

    private final FalKeys keys;
    private final Clock clock;

    FalWebhooks(FalKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Hint verify(Delivery delivery) {
        String timestamp = delivery.header("x-fal-webhook-timestamp");
        checkAge(timestamp);
        byte[] signature = signature(delivery.header("x-fal-webhook-signature"));
        byte[] message = String.join("\n", delivery.header("x-fal-webhook-request-id"),
                delivery.header("x-fal-webhook-user-id"), timestamp, hash(delivery.body())).getBytes(StandardCharsets.UTF_8);
        if (!keys.anyFits(key -> signed(key, message, signature))) {
            throw new ForgedWebhookException("None of fal's keys made the signature");
        }
        return hint(delivery.body());
    }

    private void checkAge(String timestamp) {
        if (!timestamp.matches("\\d{1,12}")) {
            throw new ForgedWebhookException("The timestamp is no number of seconds");
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock.instant()).abs();
        if (age.compareTo(MOST_AGE) > 0) {
            throw new ForgedWebhookException("The timestamp is " + age.toSeconds() + " s away from now");
        }
    }

    /** Checked for its form here, as Java's own check passes over what follows a signature. */
    private static byte[] signature(String hex) {
        if (!hex.matches("[0-9a-fA-F]{128}")) {
            throw new ForgedWebhookException("The signature is not 64 bytes in hexadecimal");
        }
        return HexFormat.of().parseHex(hex);
    }

    private static boolean signed(PublicKey key, byte[] message, byte[] made) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(made);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The queue's own id, also where a retry ran under another one ({@code gateway_request_id}). */
    private static Hint hint(byte[] body) {
        try {
            JsonNode news = JSON.readTree(body);
            String id = news.path("request_id").asText();
            if (!FalRequest.isId(id)) {
                throw new ForgedWebhookException("The news names no request");
            }
            return new Hint(id + ":" + news.path("status").asText(), id);
        } catch (IOException e) {
            throw new ForgedWebhookException("The news is no JSON");
        }
    }
}
