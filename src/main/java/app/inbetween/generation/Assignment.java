package app.inbetween.generation;

import java.util.Optional;
import java.util.function.Supplier;

import app.inbetween.provider.Cancellation;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.RemoteStatus;
import app.inbetween.provider.VideoProvider;

/**
 * A piece of work: a claim, its generation as it stood when the work began, and who draws it.
 *
 * @param drawnBy empty when that provider is not set up any more
 */
record Assignment(Claim claim, Generation generation, Optional<VideoProvider> drawnBy) {

    /** @throws ProviderUnavailableException if it is not set up any more */
    VideoProvider provider() {
        return drawnBy.orElseThrow(
                () -> new ProviderUnavailableException("The provider " + generation.provider + " is not set up any more"));
    }

    /**
     * Asks how the job is doing. Whatever breaks on the way is no news: otherwise the time to give up would never come.
     *
     * @throws ProviderUnavailableException if no answer can be had now
     */
    RemoteStatus status() {
        return asked(() -> provider().status(generation.remoteJob()));
    }

    /**
     * Has the job stopped.
     *
     * @throws ProviderUnavailableException if no answer can be had now
     */
    Cancellation stop() {
        return asked(() -> provider().cancel(generation.remoteJob()));
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (ProviderUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ProviderUnavailableException(e.toString(), e);
        }
    }

    /** Whether the job may be sent again without anybody paying twice. */
    boolean isRepeatable() {
        return drawnBy.map(VideoProvider::repeatable).orElse(false);
    }
}
