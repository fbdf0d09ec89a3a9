package app.inbetween.provider.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import app.inbetween.media.Dimensions;
import app.inbetween.provider.VideoModel.Format;

/** Sizes of films, and what frames may be. */
final class FormatReader {

    private final Fields fields;
    private final List<Format> formats = new ArrayList<>();
    private final Map<Dimensions, String> shapes = new LinkedHashMap<>();

    FormatReader(Fields fields) {
        this.fields = fields;
        Fields resolutions = fields.fields("formats");
        for (String resolution : resolutions.names()) {
            // As in the price book, where each has a row of its own.
            if (!resolution.matches("[a-z0-9]+")) {
                throw resolutions.problem(resolution, "should be lower-case letters and digits, such as 720p.");
            }
            Fields sizes = resolutions.fields(resolution);
            for (String shape : sizes.names()) {
                Dimensions size = size(sizes, shape);
                formats.add(new Format(resolution, size));
                shapes.put(size, shape);
            }
        }
        if (formats.isEmpty()) {
            throw fields.problem("formats", "should name one size at least.");
        }
    }

    List<Format> formats() {
        return List.copyOf(formats);
    }

    /** What each size is called. */
    Map<Dimensions, String> shapes() {
        return Map.copyOf(shapes);
    }

    /** Frames are cropped to the film's size, so that none of it may be outside. */
    ImageLimits images() {
        Optional<Fields> images = fields.maybeFields("images");
        ImageLimits limits = new ImageLimits(images.map(it -> it.whole("least-side", 1)).orElse(1),
                images.map(it -> it.whole("most-side", 8192)).orElse(8192), ratio(images, "least-ratio", 0.1),
                ratio(images, "most-ratio", 10), images.map(it -> it.whole("megabytes", 10)).orElse(10) * 1_000_000L);
        images.ifPresent(Fields::nothingElse);
        if (limits.mostBytes() <= 0) {
            throw images.orElseThrow().problem("megabytes", "should be more than 0.");
        }
        formats.forEach(format -> limits.problem(format.size()).ifPresent(problem -> {
            throw fields.problem("formats", problem + ".");
        }));
        return limits;
    }

    private static double ratio(Optional<Fields> images, String name, double otherwise) {
        return images.flatMap(it -> it.maybeNumber(name)).map(BigDecimal::doubleValue).orElse(otherwise);
    }

    private static Dimensions size(Fields fields, String name) {
        String text = fields.text(name);
        if (!text.matches("[1-9]\\d{1,4}x[1-9]\\d{1,4}")) {
            throw fields.problem(name, "should be width and height such as 1280x720, not " + text + ".");
        }
        String[] sides = text.split("x");
        return new Dimensions(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
    }
}
