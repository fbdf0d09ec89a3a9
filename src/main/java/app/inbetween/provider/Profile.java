package app.inbetween.provider;

import java.time.Duration;
import java.util.Optional;

/**
 * Who a provider is, and how fast it may be called.
 *
 * @param name its key in configuration and in model ids, such as {@code local}; lower case, no slash
 * @param label what a person reads, such as "Inbetween renderer"
 * @param pace how long to wait between two questions about the same job
 * @param maxConcurrent jobs that may be under way at once on all nodes together; at least 1
 * @param submitLimit how often it may be handed a job
 * @param queryLimit how often it may be asked how a job is doing
 */
public record Profile(String name, String label, Duration pace, int maxConcurrent, Optional<RateLimit> submitLimit,
        Optional<RateLimit> queryLimit) {

    /** Of one that may be called at any rate. */
    public Profile(String name, String label, Duration pace, int maxConcurrent) {
        this(name, label, pace, maxConcurrent, Optional.empty(), Optional.empty());
    }
}
