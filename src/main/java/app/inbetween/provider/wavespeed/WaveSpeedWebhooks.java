package app.inbetween.provider.wavespeed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Predicate;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.fasterxml.jackson.databind.ObjectMapper;

import app.inbetween.provider.ForgedWebhookException;
import app.inbetween.provider.Webhooks;

/** News signed with HMAC-SHA256 over id, time and body. */
final class WaveSpeedWebhooks implements Webhooks {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TOLERANCE = Duration.ofSeconds(300);
    private static final String PREFIX = "whsec_";

    /** What news is signed with. */
    interface Secret {

        /** Whether it made the signature; it may have been replaced at the provider meanwhile. */
        boolean fits(Predicate<String> signature);
    }

    private final Secret secret;

    WaveSpeedWebhooks(Secret secret) {
        this.secret = secret;
    }

    @Override
    public Hint verify(Delivery delivery) {
        String id = delivery.header("webhook-id");
        String time = delivery.header("webhook-timestamp");
        if (!id.matches("[\\x21-\\x7e]{1,200}")) {
            throw new ForgedWebhookException("It has no webhook-id");
        }
        checkAge(time, delivery.receivedAt());
        byte[] signature = signature(delivery.header("webhook-signature")).getBytes(StandardCharsets.UTF_8);
        if (!secret.fits(it -> MessageDigest.isEqual(signature,
                sign(it, id, time, delivery.body()).getBytes(StandardCharsets.UTF_8)))) {
            throw new ForgedWebhookException("Its signature is not WaveSpeed's");
        }
        return new Hint(id, remoteId(delivery.body()));
    }

    private static void checkAge(String time, Instant receivedAt) {
        if (!time.matches("\\d{1,12}") || Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), receivedAt).abs()
                .compareTo(TOLERANCE) > 0) {
            throw new ForgedWebhookException("It was not sent just now");
        }
    }

    /** Of {@code v3,<hex>} the second part. */
    private static String signature(String header) {
        String[] parts = header.split(",", -1);
        if (parts.length != 2 || !parts[0].equals("v3")) {
            throw new ForgedWebhookException("Its signature is none of version 3");
        }
        return parts[1];
    }

    /** The secret's characters are the key as they stand, although they look like Base64. */
    static String sign(String secret, String id, String time, byte[] body) {
        String key = secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret;
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((id + "." + time + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC-SHA256", e);
        }
    }

    private static String remoteId(byte[] body) {
        try {
            return new Prediction(JSON.readTree(body)).id()
                    .orElseThrow(() -> new ForgedWebhookException("It tells of no task"));
        } catch (IOException e) {
            throw new ForgedWebhookException("It is not JSON");
        }
    }
}
