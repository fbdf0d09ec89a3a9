package app.inbetween.generation.failover;

import java.util.EnumSet;
import java.util.Set;

import app.inbetween.generation.Generation;
import app.inbetween.generation.State;
import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure.Reason;

/** Which failures another model may make good: the provider's own, and only those that certainly cost nothing. */
final class Suitability {

    private static final Set<Reason> PROVIDERS_OWN = EnumSet.of(Reason.PROVIDER_AUTH, Reason.PROVIDER_BALANCE,
            Reason.RATE_LIMITED, Reason.CONCURRENCY_LIMIT, Reason.PROVIDER_TRANSIENT, Reason.PROVIDER_FAILED, Reason.TIMEOUT,
            Reason.LOST, Reason.CANCELLED, Reason.RESULT_EXPIRED);

    private Suitability() {
    }

    /** Never for a clip the person wanted to stop, however it ended. */
    static boolean of(Generation clip) {
        return clip.state == State.FAILED && !clip.isCancelRequested() && clip.fault().billing() == Billing.NOT_BILLED
                && PROVIDERS_OWN.contains(clip.fault().reason());
    }
}
