package app.inbetween.provider.wire;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import app.inbetween.provider.Clearance;
import app.inbetween.provider.Submission;

/** A request that costs money: sent once, and a clear word on what came of it. */
public final class PaidCall {

    /** For a provider that says it has no room, and not for how long. */
    public static final Duration PAUSE = Duration.ZERO;

    /** Of a request that broke off on the way: nobody knows how far it came. */
    private static final Set<Integer> BROKEN_OFF = Set.of(408, 499);

    private PaidCall() {
    }

    /**
     * @param clearance obtained when a connection stands, just before the first byte
     */
    public static Submission once(Wire wire, Call call, Clearance clearance, Instant now,
            Reading reading) {
        try {
            Answer answer = wire.sendPaid(call, clearance);
            if (answer.status() == 429) {
                return new Submission.Later(answer.retryAfter(now).orElse(PAUSE));
            }
            if (BROKEN_OFF.contains(answer.status())) {
                return new Submission.Unknown(answer.words());
            }
            return answer.status() >= 500 ? reading.ofServerError(answer) : reading.of(answer);
        } catch (NotSentException e) {
            return new Submission.NotSent(e.getMessage());
        } catch (IOException e) {
            return new Submission.Unknown(e.getMessage());
        }
    }
}
