package app.inbetween.generation;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Embeddable;

import app.inbetween.provider.RemoteStatus;

/** The current try at having a generation drawn: one submission at most. A new claim to submit begins a new one. */
@Embeddable
public class Attempt {

    public int attempts;
    /** Random, so that whoever holds it may speak about this attempt. */
    public String attemptToken;
    /**
     * Committed when the frames are uploaded, before the first byte that may be billed: from then on the provider may have it.
     */
    public Instant sentAt;
    public String remoteId;
    public String resultLocation;
    public Integer billedMillis;
    /** Questions in a row that got no answer. */
    public int misses;
    public Integer framesDone;
    public Integer framesTotal;

    void drawn(RemoteStatus.Succeeded film) {
        resultLocation = film.location();
        billedMillis = film.billed().map(Duration::toMillis).map(Math::toIntExact).orElse(null);
        misses = 0;
    }
}
