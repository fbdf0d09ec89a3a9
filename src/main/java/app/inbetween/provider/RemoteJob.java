package app.inbetween.provider;

import java.util.UUID;

/**
 * A job as a provider knows it.
 *
 * @param generation the generation it is for
 * @param model id of the model it was sent to
 * @param remoteId the provider's own id
 */
public record RemoteJob(UUID generation, String model, String remoteId) {
}
