package app.inbetween.provider.wire;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import app.inbetween.provider.ProviderUnavailableException;

/** A request that may be sent again. */
public final class Question {

    private Question() {
    }

    /**
     * The answer, whatever its status, as long as it is no trouble of the moment.
     *
     * @throws ProviderUnavailableException if there is none, or it is 408, 425, 429 or 5xx
     */
    public static Answer ask(Wire wire, Call call, Instant now) {
        try {
            Answer answer = wire.ask(call);
            if (answer.status() == 429) {
                throw noRoom(answer, now);
            }
            if (answer.status() >= 500 || answer.status() == 408 || answer.status() == 425) {
                throw new ProviderUnavailableException(answer.words(), answer.retryAfter(now));
            }
            return answer;
        } catch (IOException e) {
            throw new ProviderUnavailableException(e.getMessage(), e);
        }
    }

    /** Of an answer that says so in whatever way. It is no trouble, also where it does not name for how long. */
    public static ProviderUnavailableException noRoom(Answer answer, Instant now) {
        return new ProviderUnavailableException(answer.words(), Optional.of(answer.retryAfter(now).orElse(Duration.ZERO)));
    }
}
