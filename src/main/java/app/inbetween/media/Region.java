package app.inbetween.media;

/** A rectangle of pixels inside a picture: its left top corner and its size. */
public record Region(int x, int y, int width, int height) {

    public Dimensions dimensions() {
        return new Dimensions(width, height);
    }
}
