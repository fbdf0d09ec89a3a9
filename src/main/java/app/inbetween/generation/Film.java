package app.inbetween.generation;

import app.inbetween.media.VideoFacts;

/**
 * A film that lies in our own store and has been looked at.
 *
 * @param bytes size of the file
 * @param firstSimilarity structural similarity of the first decoded frame to the first frame as submitted, -1 to 1
 * @param lastSimilarity the same of the last
 */
public record Film(String fileKey, String posterKey, String previewKey, long bytes, VideoFacts facts, double firstSimilarity,
        double lastSimilarity) {
}
