package app.inbetween.generation.create;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import app.inbetween.frame.Frame;
import app.inbetween.generation.create.CreatePage.Area;
import app.inbetween.generation.create.CreatePage.Picture;
import app.inbetween.generation.create.CreatePage.Well;
import app.inbetween.generation.create.Draft.Side;
import app.inbetween.media.Crop;
import app.inbetween.media.Dimensions;
import app.inbetween.web.Formats;

/** The two places a frame goes, with what the model will see of it. */
@ApplicationScoped
class Wells {

    Well well(Side side, Map<Side, Frame> pair, Optional<Selection> selection, Remarks remarks) {
        Optional<Frame> frame = Optional.ofNullable(pair.get(side));
        return new Well(side.field, frame.map(it -> picture(it, selection)), remarks.error(side),
                frame.map(it -> notices(it, selection)).orElse(List.of()));
    }

    static String thumbnail(Frame frame) {
        return "/frames/" + frame.id + "/thumbnail";
    }

    private static Picture picture(Frame frame, Optional<Selection> selection) {
        return new Picture(frame.id.toString(), thumbnail(frame), frame.name, frame.size(), shape(frame.size()),
                frame.format + ", " + Formats.bytes(frame.bytes),
                selection.map(it -> area(Crop.centred(frame.size(), it.size()))));
    }

    private static Area area(Crop crop) {
        return new Area(crop.x(), crop.y(), crop.width(), crop.height());
    }

    private static List<String> notices(Frame frame, Optional<Selection> selection) {
        List<String> notices = new ArrayList<>();
        if (frame.hadAlpha) {
            notices.add("Its transparent parts were filled with white.");
        }
        selection.map(Selection::size).filter(size -> isEnlarged(frame.size(), size)).ifPresent(size -> notices
                .add("It is smaller than the video's " + size + " and will be enlarged. A lower resolution keeps it sharp."));
        return notices;
    }

    private static boolean isEnlarged(Dimensions frame, Dimensions size) {
        Crop crop = Crop.centred(frame, size);
        return crop.width() < size.width() * 0.9;
    }

    /** The ratio in small whole numbers where it comes close to one, such as 16:9; otherwise such as 1.41:1. */
    private static String shape(Dimensions size) {
        for (int[] ratio : new int[][] { { 1, 1 }, { 4, 3 }, { 3, 2 }, { 16, 9 }, { 21, 9 }, { 2, 1 }, { 5, 4 }, { 3, 4 },
                { 2, 3 },
                { 9, 16 }, { 1, 2 }, { 4, 5 } }) {
            if (Math.abs(size.aspectRatio() * ratio[1] / ratio[0] - 1) < 0.01) {
                return ratio[0] + ":" + ratio[1];
            }
        }
        return String.format(java.util.Locale.UK, "%.2f:1", size.aspectRatio());
    }
}
