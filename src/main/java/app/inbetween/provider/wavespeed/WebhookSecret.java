package app.inbetween.provider.wavespeed;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.wire.Answer;

/** What webhooks are signed with: the configured one, or the provider's, which is asked for it again when it does not fit. */
final class WebhookSecret implements WaveSpeedWebhooks.Secret {

    /** The shape of the answer is not documented; the prefix is. */
    private static final Pattern PREFIXED = Pattern.compile("whsec_[0-9A-Za-z+/=_-]+");
    /** Whoever sends us forged webhooks must not make us ask each time. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final WaveSpeedClient client;
    private final boolean configured;
    private Optional<String> secret;
    private Instant notBefore = Instant.EPOCH;

    WebhookSecret(Optional<String> configured, WaveSpeedClient client) {
        secret = configured;
        this.configured = configured.isPresent();
        this.client = client;
    }

    /** @throws ProviderUnavailableException if it cannot be had now */
    @Override
    public synchronized boolean fits(Predicate<String> signature) {
        if (configured || secret.filter(signature).isPresent()) {
            return secret.filter(signature).isPresent();
        }
        if (client.now().isBefore(notBefore)) {
            return stranger();
        }
        notBefore = client.now().plus(PAUSE);
        secret = Optional.of(fetch());
        return secret.filter(signature).isPresent();
    }

    private boolean stranger() {
        if (secret.isEmpty()) {
            throw new ProviderUnavailableException("WaveSpeed's webhook secret could not be had a moment ago");
        }
        return false;
    }

    private String fetch() {
        Answer answer = client.webhookSecret();
        Matcher prefixed = PREFIXED.matcher(answer.text());
        if (answer.isSuccess() && prefixed.find()) {
            return prefixed.group();
        }
        return Envelope.of(answer).filter(envelope -> answer.isSuccess() && envelope.isSuccess())
                .map(Envelope::data).map(data -> data.isTextual() ? data : data.path("secret")).map(JsonNode::asText)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new ProviderUnavailableException(
                        "WaveSpeed does not tell its webhook secret: HTTP " + answer.status()));
    }
}
