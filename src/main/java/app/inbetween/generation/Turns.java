package app.inbetween.generation;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.generation.pace.Lane;
import app.inbetween.generation.pace.Lanes;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.Turn;
import app.inbetween.provider.VideoProvider;

/** Has whoever puts several questions in a row wait for their turn among all others who ask that provider something. */
@ApplicationScoped
class Turns {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    @Inject
    Lanes lanes;
    @Inject
    GenerationConfig config;

    Turn at(VideoProvider provider) {
        return () -> await(provider);
    }

    private void await(VideoProvider provider) {
        long deadline = System.nanoTime() + config.turnWithin().toNanos();
        while (!lanes.takeOne(provider, Lane.QUERY)) {
            if (System.nanoTime() - deadline >= 0) {
                throw new ProviderUnavailableException(provider.label() + " may be asked nothing more now");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(LOOK_AGAIN.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderUnavailableException("Interrupted while it waited for its turn", e);
        }
    }
}
