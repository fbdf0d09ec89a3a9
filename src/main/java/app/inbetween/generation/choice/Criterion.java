package app.inbetween.generation.choice;

import java.time.Duration;
import java.util.function.ToDoubleBiFunction;

import app.inbetween.price.Credits;

/**
 * What a model is judged by. Each gives 0 to 1 times its weight in points. This list is the whole judgement, but for one thing:
 * what a person can pay for comes before what they cannot.
 */
enum Criterion {
    /** The prompt, where one was typed. */
    READS_PROMPT(40, (candidate, field) -> as(candidate.fit().readsPrompt())),
    /** What is left of the frame that loses most. */
    KEEPS_FRAMES(30, (candidate, field) -> candidate.fit().kept()),
    COMES_OUT(25, (candidate, field) -> candidate.record().reliability()),
    /** Half alike is as good as not alike at all. */
    REACHES_LAST_FRAME(20, (candidate, field) -> Math.max(0, candidate.record().expectedLikeness() - 0.5) * 2),
    /** The shorter length over the longer. */
    MAKES_LENGTH(20, (candidate, field) -> nearness(candidate.fit().length(), candidate.fit().wish().length())),
    MAKES_UP_MOTION(20, (candidate, field) -> candidate.invention()),
    MAKES_RESOLUTION(15, (candidate, field) -> as(candidate.fit().isExactResolution())),
    /** The negative prompt, where one was typed. */
    READS_NEGATIVE(15, (candidate, field) -> as(candidate.fit().readsNegative())),
    /** Free is 1, the usual price a half, so that being free is no reason by itself. */
    IS_CHEAP(12, (candidate, field) -> cheapness(candidate.price(), field.usualPrice())),
    /** Nobody minds a minute. */
    IS_QUICK(8, (candidate, field) -> Math.min(1, 60.0 / Math.max(1, candidate.time().toSeconds()))),
    /** Sound, where it was asked for. */
    IS_HEARD(10, (candidate, field) -> as(candidate.fit().isHeard())),
    /** The seed, where it was chosen. */
    KEEPS_SEED(5, (candidate, field) -> as(candidate.fit().keepsSeed())),
    IS_NAMED_FIRST(4, (candidate, field) -> 1.0 / (1 + candidate.place()));

    final int weight;
    private final ToDoubleBiFunction<Candidate, Ranking> degree;

    Criterion(int weight, ToDoubleBiFunction<Candidate, Ranking> degree) {
        this.weight = weight;
        this.degree = degree;
    }

    /** 0 to the weight. */
    double points(Candidate candidate, Ranking field) {
        return weight * degree.applyAsDouble(candidate, field);
    }

    private static double as(boolean met) {
        return met ? 1 : 0;
    }

    private static double nearness(Duration one, Duration other) {
        return (double) Math.min(one.toMillis(), other.toMillis()) / Math.max(one.toMillis(), other.toMillis());
    }

    private static double cheapness(Credits price, Credits usual) {
        return price.equals(Credits.ZERO) ? 1 : (double) usual.millis() / (usual.millis() + price.millis());
    }
}
