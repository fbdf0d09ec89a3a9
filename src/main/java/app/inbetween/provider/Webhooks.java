package app.inbetween.provider;

import java.time.Instant;
import java.util.Map;

/** How a provider tells of its own accord that a job moved on. What it tells is a hint: the state is read again. */
public interface Webhooks {

    /**
     * Proves who sent it.
     *
     * @throws ForgedWebhookException if the signature, its age or the message's form is not as it should be
     * @throws ProviderUnavailableException if it cannot be told now, as when the provider's keys cannot be had
     */
    Hint verify(Delivery delivery);

    /**
     * As it came.
     *
     * @param headers names in lower case
     * @param body the bytes, untouched
     */
    record Delivery(Map<String, String> headers, byte[] body, Instant receivedAt) {

        public String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /**
     * @param id the same for every delivery of the same news
     * @param remoteId the job it is about, as in {@link RemoteJob}
     */
    record Hint(String id, String remoteId) {
    }
}
