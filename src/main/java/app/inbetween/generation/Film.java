package app.inbetween.generation;

import java.util.Optional;

import app.inbetween.media.VideoFacts;

/**
 * A film that lies in our own store and is known to be one.
 *
 * @param bytes size of the file
 * @param finish empty until that is drawn
 */
public record Film(String fileKey, long bytes, VideoFacts facts, Optional<Finish> finish) {

    Film(String fileKey, long bytes, VideoFacts facts) {
        this(fileKey, bytes, facts, Optional.empty());
    }

    Film with(Finish drawn) {
        return new Film(fileKey, bytes, facts, Optional.of(drawn));
    }
}
