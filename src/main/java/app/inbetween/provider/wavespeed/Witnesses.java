package app.inbetween.provider.wavespeed;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Other tasks of the list, which show that it works. An empty list may as well be one that was misread; and one that tells only
 * of what was made earlier may lag.
 */
final class Witnesses {

    /** By which two clocks may differ. */
    private static final Duration SKEW = Duration.ofMinutes(10);
    /** No list lags longer than that. */
    private static final Duration LAG = Duration.ofMinutes(10);

    private final Optional<Instant> sent;
    private boolean earlier;
    private boolean later;
    private boolean newestFirst = true;
    private Instant last = Instant.MAX;

    /** @param sent when ours was; where nobody knows, nothing is proven */
    Witnesses(Optional<Instant> sent) {
        this.sent = sent;
    }

    /** In the order of the list. */
    void hear(Optional<Instant> created) {
        if (created.isEmpty() || created.get().isAfter(last)) {
            newestFirst = false;
        }
        created.ifPresent(at -> {
            last = at;
            earlier |= isEarlier(at);
            later |= sent.filter(it -> !at.isBefore(it)).isPresent();
        });
    }

    /** Whatever was made then is not ours. */
    boolean isEarlier(Instant created) {
        return sent.filter(it -> created.isBefore(it.minus(SKEW))).isPresent();
    }

    /** Ours would have come before the last one. */
    boolean sawAllSinceItWasSent() {
        return newestFirst && isEarlier(last);
    }

    boolean proveAbsence(Instant now) {
        return later || earlier && sent.filter(it -> now.isAfter(it.plus(LAG))).isPresent();
    }
}
