package app.inbetween.admin.dashboard;

import java.time.Duration;
import java.util.Optional;

import app.inbetween.web.Formats;

/**
 * How well and how fast a model works, by its newest clips.
 *
 * @param ended how many of them succeeded or failed; the others were called off
 * @param half the time within which half of those that succeeded were there
 * @param most the time within which nine of ten were
 */
public record Pace(String model, String name, int ended, int succeeded, Optional<Duration> half, Optional<Duration> most) {

    public String rate() {
        return ended == 0 ? "–" : Ratio.percent(succeeded, ended);
    }

    public String halfWords() {
        return half.map(Formats::words).orElse("–");
    }

    public String mostWords() {
        return most.map(Formats::words).orElse("–");
    }

    public int failed() {
        return ended - succeeded;
    }
}
