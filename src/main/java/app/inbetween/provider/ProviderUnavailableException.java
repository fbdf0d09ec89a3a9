package app.inbetween.provider;

import java.time.Duration;
import java.util.Optional;

/** A provider gave no usable answer to a question that may be asked again. */
public class ProviderUnavailableException extends RuntimeException {

    private final transient Optional<Duration> pause;

    public ProviderUnavailableException(String message) {
        this(message, Optional.empty());
    }

    /** @param pause how long the provider asked to be left alone; zero where it has no room and named no time */
    public ProviderUnavailableException(String message, Optional<Duration> pause) {
        super(message);
        this.pause = pause;
    }

    public ProviderUnavailableException(String message, Throwable cause) {
        super(message, cause);
        pause = Optional.empty();
    }

    /** How long the provider asked to be left alone: zero where it named no time, empty where it did not ask. */
    public Optional<Duration> pause() {
        return pause;
    }
}
