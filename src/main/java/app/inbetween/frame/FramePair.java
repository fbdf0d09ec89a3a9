package app.inbetween.frame;

import app.inbetween.media.Crop;
import app.inbetween.media.Dimensions;

/** The frames a clip begins and ends on. They may differ in size and shape; each gives its own centred part. */
public record FramePair(Frame first, Frame last) {

    public Crop cropOfFirst(Dimensions clip) {
        return Crop.centred(first.size(), clip);
    }

    public Crop cropOfLast(Dimensions clip) {
        return Crop.centred(last.size(), clip);
    }
}
