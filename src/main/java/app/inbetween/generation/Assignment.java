package app.inbetween.generation;

import java.util.Optional;

import app.inbetween.provider.ProviderUnavailableException;
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

    /** Whether the job may be sent again without anybody paying twice. */
    boolean isRepeatable() {
        return drawnBy.map(VideoProvider::repeatable).orElse(false);
    }
}
