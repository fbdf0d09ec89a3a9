package app.inbetween.generation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import app.inbetween.provider.ForgedWebhookException;
import app.inbetween.provider.Webhooks;

/** Webhooks as a provider makes them that signs what it sends, the moment included. The body is the remote id. */
public class SignedHooks implements Webhooks {

    private static final Duration FRESH = Duration.ofMinutes(5);

    private final byte[] secret;

    public SignedHooks(String secret) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /** The headers it sends with a body. */
    public Map<String, String> headers(String id, Instant at, byte[] body) {
        String moment = Long.toString(at.getEpochSecond());
        return Map.of("Scripted-Id", id, "Scripted-Timestamp", moment, "Scripted-Signature", sign(id, moment, body));
    }

    @Override
    public Hint verify(Delivery delivery) {
        String id = delivery.header("scripted-id");
        String moment = delivery.header("scripted-timestamp");
        byte[] expected = sign(id, moment, delivery.body()).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, delivery.header("scripted-signature").getBytes(StandardCharsets.UTF_8))) {
            throw new ForgedWebhookException("The signature is wrong");
        }
        Instant signedAt = Instant.ofEpochSecond(Long.parseLong(moment));
        if (Duration.between(signedAt, delivery.receivedAt()).abs().compareTo(FRESH) > 0) {
            throw new ForgedWebhookException("The signature is of another time");
        }
        return new Hint(id, new String(delivery.body(), StandardCharsets.UTF_8));
    }

    private String sign(String id, String moment, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update((id + "." + moment + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
