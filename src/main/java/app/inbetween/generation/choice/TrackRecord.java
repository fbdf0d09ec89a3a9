package app.inbetween.generation.choice;

import java.time.Duration;

/**
 * How a model did lately, over everybody's clips. What was refused for its content, or called off, says nothing about it.
 *
 * @param ended clips that were drawn or failed, of the newest {@value TrackRecords#NEWEST}
 * @param delivered those of them that were drawn
 * @param likeness how like the last frame they ended, on average: 1 is the same picture, 0 where none was drawn
 * @param pace what they took for each second of film, in the middle; zero where none was drawn
 */
record TrackRecord(int ended, int delivered, double likeness, Duration pace) {

    static final TrackRecord NONE = new TrackRecord(0, 0, 0, Duration.ZERO);

    /** Fewer say little. */
    private static final int ENOUGH = 3;
    private static final double USUAL_SUCCESS = 0.9;
    private static final double USUAL_LIKENESS = 0.85;
    private static final int DOUBT = 5;

    boolean isTelling() {
        return ended >= ENOUGH;
    }

    boolean hasDrawnEnough() {
        return delivered >= ENOUGH;
    }

    /** Share of clips that come out, drawn towards the usual as long as there are few: 0 to 1. */
    double reliability() {
        return (delivered + DOUBT * USUAL_SUCCESS) / (ended + DOUBT);
    }

    /** As {@link #reliability}. */
    double expectedLikeness() {
        return (delivered * likeness + DOUBT * USUAL_LIKENESS) / (delivered + DOUBT);
    }
}
