package app.inbetween.provider;

/**
 * Leave to put one question more, where several belong together, as providers limit calls. To be awaited before each but the
 * first.
 */
@FunctionalInterface
public interface Turn {

    /** @throws ProviderUnavailableException if none comes in good time; to be passed on, with nothing asked */
    void await();
}
