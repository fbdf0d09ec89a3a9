package app.inbetween.generation;

/**
 * What is drawn and measured of a film that lies in our store.
 *
 * @param firstSimilarity structural similarity of the first decoded frame to the first frame as submitted, -1 to 1
 * @param lastSimilarity the same of the last
 */
public record Finish(String posterKey, String previewKey, double firstSimilarity, double lastSimilarity) {
}
