package app.inbetween.provider.local;

import java.awt.image.BufferedImage;
import java.time.Duration;

import app.inbetween.media.Dimensions;
import app.inbetween.provider.Easing;

/**
 * What is to be filmed: a still to begin with, a still to end with, and how to get from one to the other.
 *
 * @param first of exactly the size of the film, both even
 * @param last as large as the first
 * @param frameRate frames per second, greater than 0
 * @param duration long enough for two frames
 * @param seed films of equal shots are equal frame by frame
 */
public record Shot(BufferedImage first, BufferedImage last, int frameRate, Duration duration, Easing easing, long seed) {

    public Shot {
        if (first.getWidth() != last.getWidth() || first.getHeight() != last.getHeight()) {
            throw new IllegalArgumentException("Both frames of a shot have the same size.");
        }
        if (first.getWidth() % 2 != 0 || first.getHeight() % 2 != 0) {
            throw new IllegalArgumentException("The sides of a film are even numbers of pixels.");
        }
        if (frameRate < 1 || duration.toMillis() * frameRate < 1500) {
            throw new IllegalArgumentException("A film has at least two frames.");
        }
    }

    public Dimensions size() {
        return new Dimensions(first.getWidth(), first.getHeight());
    }

    public int frames() {
        return (int) Math.round(duration.toMillis() * frameRate / 1000.0);
    }

    /** How far the motion has come at a frame: 0 at the first, 1 at the last. */
    double progress(int frame) {
        double time = (double) frame / (frames() - 1);
        return easing == Easing.EASE_IN_OUT ? time * time * (3 - 2 * time) : time;
    }
}
