package app.inbetween.provider;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The port to whatever draws the film between two frames. Every method may block for seconds and is called without an open
 * transaction. A provider keeps no state that matters in memory: any node may ask about any job.
 */
public interface VideoProvider {

    Profile profile();

    default String name() {
        return profile().name();
    }

    default String label() {
        return profile().label();
    }

    /** Whether it has what it needs to be used, such as a key. One that has not is absent, not broken. */
    default boolean isConfigured() {
        return true;
    }

    /** What it can draw with, whatever the day; empty when it is absent or unavailable. */
    List<VideoModel> models();

    /** Why nothing can be asked of it now, as a sentence for the form; empty while all is well. */
    default Optional<String> trouble() {
        return Optional.empty();
    }

    default Duration pace() {
        return profile().pace();
    }

    default int maxConcurrent() {
        return profile().maxConcurrent();
    }

    default Optional<RateLimit> submitLimit() {
        return profile().submitLimit();
    }

    default Optional<RateLimit> queryLimit() {
        return profile().queryLimit();
    }

    /** How it tells of news by itself; empty where it does not, or where that is not set up. */
    default Optional<Webhooks> webhooks() {
        return Optional.empty();
    }

    /**
     * Asks it something that costs nothing, to learn whether it can be used. Whatever goes wrong is part of the answer. Never
     * holds a key.
     */
    default Checkup checkUp() {
        return trouble().map(words -> Checkup.trouble(Failure.Reason.PROVIDER_TRANSIENT, words))
                .orElseGet(() -> Checkup.healthy("Ready."));
    }

    /** Jobs this node could start now; only a provider that works on the node itself has a limit. */
    default int room() {
        return Integer.MAX_VALUE;
    }

    /**
     * Whether sending a request twice costs nothing, so that a lost job may simply be sent again. False for everything that
     * bills.
     */
    boolean repeatable();

    /**
     * Starts the job. Never retries by itself. Anything the provider said is a value; once the clearance is obtained, an
     * unchecked exception counts as {@link Submission.Unknown}, because the request may have arrived.
     *
     * @param clearance obtained before anything that may be billed, or be drawn twice, and after whatever may take time
     */
    Submission submit(VideoRequest request, Clearance clearance);

    /**
     * Asks how a job is doing.
     *
     * @throws ProviderUnavailableException if no answer can be had now; the job is asked for again later
     */
    RemoteStatus status(RemoteJob job);

    /**
     * Asks the provider to stop a job.
     *
     * @throws ProviderUnavailableException if no answer can be had now
     */
    Cancellation cancel(RemoteJob job);

    /** What cancelling a job that is already running would give back, for the button that offers it. */
    CancellationTerms cancellationTerms();

    /**
     * Looks for a job whose submission got no usable answer.
     *
     * @param turn awaited before each question but the first; one that counts no questions may leave it out
     * @throws ProviderUnavailableException if no answer can be had now
     */
    Reconciliation reconcile(VideoRequest request, Turn turn);

    /**
     * Brings the finished film to a file on this machine.
     *
     * @param to a path that does not exist yet, on a disk of this machine
     * @throws ProviderUnavailableException if no answer can be had now
     * @throws ResultLostException if the film is gone for good
     * @throws IOException if {@code to} cannot be written
     */
    void fetch(RemoteJob job, String location, Path to) throws IOException;

    /** The film has been stored by us; whatever the provider keeps for it may go. */
    default void forget(RemoteJob job) {
    }

    /**
     * Removes what lies in our own store for jobs that were given up on.
     *
     * @param untouchedSince what has been touched after that may still be wanted
     */
    default void sweep(Instant untouchedSince) throws IOException {
    }
}
