package app.inbetween.provider.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;

import app.inbetween.media.Dimensions;
import app.inbetween.provider.Option;
import app.inbetween.provider.VideoModel.Format;

/** The part of a model's entry that says where things go, and what goes by names of the provider's own. */
final class WiringReader {

    private final Fields fields;
    private final List<Format> formats = new ArrayList<>();
    private final Map<Dimensions, String> shapes = new LinkedHashMap<>();
    private final Map<Option, JsonPointer> options = new LinkedHashMap<>();

    WiringReader(Fields fields) {
        this.fields = fields;
        readFormats();
        fields.each("options").forEach(this::readOption);
    }

    List<Format> formats() {
        return List.copyOf(formats);
    }

    List<Option> options() {
        return List.copyOf(options.keySet());
    }

    Wiring read() {
        Fields frames = fields.fields("frames");
        Wiring wiring = new Wiring(pointer(frames, "first"), pointer(frames, "last"), text("prompt"), text("negative"),
                maybePointer(fields, "seed"), length(), maybePointer(fields, "frame-rate-field"), resolution(), size(),
                maybePointer(fields, "width"), maybePointer(fields, "height"),
                maybePointer(fields, "aspect").map(field -> new Wiring.Shaped(field, Map.copyOf(shapes))),
                options, fixed());
        frames.nothingElse();
        return wiring;
    }

    private void readFormats() {
        Fields resolutions = fields.fields("formats");
        for (String resolution : resolutions.names()) {
            Fields sizes = resolutions.fields(resolution);
            for (String shape : sizes.names()) {
                Dimensions size = CatalogReader.size(sizes, shape);
                formats.add(new Format(resolution, size));
                shapes.put(size, shape);
            }
        }
        if (formats.isEmpty()) {
            throw fields.problem("formats", "should name one size at least.");
        }
    }

    private void readOption(Fields option) {
        Option read = switch (option.text("type")) {
            case "toggle" -> toggle(option);
            case "choice" -> choice(option);
            case "whole", "decimal" -> number(option);
            default -> throw option.problem("type", "should be toggle, choice, whole or decimal.");
        };
        if (options().stream().anyMatch(earlier -> earlier.name().equals(read.name()))) {
            throw option.problem("name", read.name() + " is there twice.");
        }
        options.put(read, pointer(option, "field"));
        option.nothingElse();
    }

    private static Option toggle(Fields option) {
        return new Option.Toggle(name(option), option.text("label"), option.maybeText("hint").orElse(""),
                option.flag("default"), option.maybeText("variant"));
    }

    private static Option choice(Fields option) {
        Option.Choice choice = new Option.Choice(name(option), option.text("label"), option.maybeText("hint").orElse(""),
                option.texts("values"), option.text("default"));
        return checked(option, choice);
    }

    private static Option number(Fields option) {
        BigDecimal least = option.number("least");
        BigDecimal most = option.number("most");
        if (least.compareTo(most) > 0) {
            throw option.problem("least", "is more than the most.");
        }
        return checked(option, new Option.Number(name(option), option.text("label"), option.maybeText("hint").orElse(""), least,
                most, option.number("default"), option.text("type").equals("whole")));
    }

    private static Option checked(Fields fields, Option option) {
        if (option.accept(option.standard()).isEmpty()) {
            throw fields.problem("default", "should be one of " + option.range() + ", not " + option.standard() + ".");
        }
        return option;
    }

    private static String name(Fields option) {
        String name = option.text("name");
        if (!name.matches("[a-z][a-z0-9-]*")) {
            throw option.problem("name", "should be lower-case letters, digits and dashes, not " + name + ".");
        }
        return name;
    }

    private Optional<JsonPointer> text(String name) {
        return fields.maybeFields(name).map(it -> {
            JsonPointer field = pointer(it, "field");
            it.whole("limit", 0);
            it.maybeText("required");
            it.nothingElse();
            return field;
        });
    }

    private Optional<Wiring.Length> length() {
        return fields.maybeFields("length").map(it -> {
            Wiring.Length length = new Wiring.Length(pointer(it, "field"), unit(it));
            it.nothingElse();
            return length;
        });
    }

    private static Wiring.Unit unit(Fields length) {
        return switch (length.maybeText("as").orElse("seconds")) {
            case "seconds" -> Wiring.Unit.SECONDS;
            case "text" -> Wiring.Unit.TEXT;
            case "text-s" -> Wiring.Unit.TEXT_S;
            case "frames" -> Wiring.Unit.FRAMES;
            default -> throw length.problem("as", "should be seconds, text, text-s or frames.");
        };
    }

    private Optional<Wiring.Named> resolution() {
        return fields.maybeFields("resolution").map(it -> {
            Wiring.Named named = new Wiring.Named(pointer(it, "field"),
                    it.maybeFields("names").map(CatalogReader::words).orElse(Map.of()));
            it.nothingElse();
            return named;
        });
    }

    private Optional<Wiring.Sized> size() {
        return fields.maybeFields("size").map(it -> {
            Wiring.Sized sized = new Wiring.Sized(pointer(it, "field"), it.text("as"));
            it.nothingElse();
            return sized;
        });
    }

    private ObjectNode fixed() {
        ObjectNode fixed = fields.maybeText("graph").map(name -> CatalogReader.graph(fields, name))
                .orElseGet(() -> CatalogReader.object(null));
        fields.maybeTree("fixed").ifPresent(tree -> fixed.setAll(CatalogReader.object(tree)));
        return fixed;
    }

    private static Optional<JsonPointer> maybePointer(Fields fields, String name) {
        return fields.has(name) ? Optional.of(pointer(fields, name)) : Optional.empty();
    }

    /** A plain name, or a path such as {@code /input/media/0/url}. */
    private static JsonPointer pointer(Fields fields, String name) {
        String text = fields.text(name);
        try {
            return JsonPointer.compile(text.startsWith("/") ? text : "/" + text);
        } catch (IllegalArgumentException e) {
            throw fields.problem(name, "should be a field's name or a path such as /input/prompt, not " + text + ".");
        }
    }
}
