package app.inbetween.provider;

import java.time.Duration;
import java.util.Optional;

/** How a job is doing at its provider. */
public sealed interface RemoteStatus {

    /** Accepted, not begun. */
    record Waiting() implements RemoteStatus {
    }

    /** Being drawn; progress only where the provider tells it. */
    record Running(Optional<Progress> progress) implements RemoteStatus {
    }

    /**
     * The film exists.
     *
     * @param location what {@link VideoProvider#fetch} needs to find it
     * @param billed length the provider bills, where it says so
     */
    record Succeeded(String location, Optional<Duration> billed) implements RemoteStatus {
    }

    /** It ended without a film. */
    record Failed(Failure failure) implements RemoteStatus {
    }

    /** It was stopped, by us or by the provider. */
    record Cancelled(Billing billing) implements RemoteStatus {
    }

    /** The provider does not know the job, or has lost it. */
    record Missing(String reason) implements RemoteStatus {
    }

    /** Frames done of frames asked for, {@code 0 <= done <= total}. */
    record Progress(int done, int total) {
    }
}
