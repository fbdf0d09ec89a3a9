package app.inbetween.media;

/** Frames a second as the exact fraction a film states, for example 24/1 or 30000/1001. */
public record FrameRate(int numerator, int denominator) {

    public FrameRate {
        if (numerator < 1 || denominator < 1) {
            throw new IllegalArgumentException("A film cannot run at " + numerator + "/" + denominator + " frames a second");
        }
    }

    public double perSecond() {
        return (double) numerator / denominator;
    }

    static FrameRate parse(String fraction) {
        String[] parts = fraction.split("/", 2);
        return new FrameRate(Integer.parseInt(parts[0]), parts.length == 1 ? 1 : Integer.parseInt(parts[1]));
    }
}
