package app.inbetween.provider.fal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import app.inbetween.provider.ProviderUnavailableException;

/** The keys fal signs with, as it publishes them. Kept for a day, and asked for again when none of them fits. */
final class FalKeys {

    private static final Duration KEPT = Duration.ofHours(24);
    /** Forgers must not be able to have us ask fal all day. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** What an Ed25519 key is wrapped in (RFC 8410). */
    private static final byte[] WRAPPING = HexFormat.of().parseHex("302a300506032b6570032100");

    private final FalClient client;
    private final Clock clock;
    private List<PublicKey> keys = List.of();
    private Instant learnt = Instant.EPOCH;
    private Instant asked = Instant.EPOCH;

    FalKeys(FalClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /**
     * Whether one of them passes.
     *
     * @throws ProviderUnavailableException if fal does not tell them now
     */
    synchronized boolean anyFits(Predicate<PublicKey> test) {
        Instant now = clock.instant();
        if (!now.isBefore(learnt.plus(KEPT))) {
            keys = List.of();
        }
        if (keys.stream().anyMatch(test)) {
            return true;
        }
        if (now.isBefore(asked.plus(PAUSE))) {
            return stranger();
        }
        learn(now);
        return keys.stream().anyMatch(test);
    }

    private boolean stranger() {
        if (keys.isEmpty()) {
            throw new ProviderUnavailableException("fal's keys could not be had a moment ago");
        }
        return false;
    }

    private void learn(Instant now) {
        asked = now;
        List<PublicKey> published = new ArrayList<>();
        client.keys().json().map(it -> it.path("keys")).orElse(MissingNode.getInstance())
                .forEach(key -> read(key).ifPresent(published::add));
        if (published.isEmpty()) {
            throw new ProviderUnavailableException("fal publishes no key that can be read");
        }
        keys = List.copyOf(published);
        learnt = now;
    }

    private static Optional<PublicKey> read(JsonNode key) {
        try {
            byte[] raw = Base64.getUrlDecoder().decode(key.path("x").asText());
            if (!"Ed25519".equals(key.path("crv").asText()) || raw.length != 32) {
                return Optional.empty();
            }
            byte[] wrapped = new byte[WRAPPING.length + raw.length];
            System.arraycopy(WRAPPING, 0, wrapped, 0, WRAPPING.length);
            System.arraycopy(raw, 0, wrapped, WRAPPING.length, raw.length);
            return Optional.of(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(wrapped)));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}
