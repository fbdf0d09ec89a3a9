package app.inbetween.statement;

/**
 * The movements of a month, or all of them. The months of a person follow one another without a gap, so that each begins with
 * the balance with which the one before ended.
 *
 * @param first number of the first one
 * @param beyond number after the last one
 */
public record Range(long first, long beyond) {

    long size() {
        return beyond - first;
    }
}
