package app.inbetween.provider.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import app.inbetween.media.Dimensions;
import app.inbetween.provider.Option;

/** The part of a model's entry that says where things go. */
final class WiringReader {

    private final Fields fields;
    private final Graphs graphs;

    WiringReader(Fields fields, Graphs graphs) {
        this.fields = fields;
        this.graphs = graphs;
    }

    Wiring read(Map<Dimensions, String> shapes, Map<Option, JsonPointer> options) {
        Fields frames = fields.fields("frames");
        Wiring wiring = new Wiring(pointer(frames, "first"), pointer(frames, "last"), text("prompt"), text("negative"),
                maybePointer("seed"), length(), maybePointer("frame-rate-field"), resolution(), size(), maybePointer("width"),
                maybePointer("height"), maybePointer("aspect").map(field -> new Wiring.Shaped(field, shapes)), options,
                fixed());
        frames.nothingElse();
        if (wiring.width().isPresent() != wiring.height().isPresent()) {
            throw fields.problem(wiring.width().isPresent() ? "width" : "height", "is nothing without the other side.");
        }
        Map<String, JsonPointer> places = places(wiring);
        checkApart(places);
        if (fields.has("graph")) {
            checkNodes(wiring, places);
        }
        return wiring;
    }

    private Optional<JsonPointer> text(String name) {
        return fields.maybeFields(name).map(it -> {
            JsonPointer field = pointer(it, "field");
            it.whole("limit", 0);
            it.flag("required");
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
                    it.maybeFields("names").map(this::resolutionNames).orElse(Map.of()));
            it.nothingElse();
            return named;
        });
    }

    private Map<String, String> resolutionNames(Fields names) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String name : names.names()) {
            if (!fields.fields("formats").has(name)) {
                throw names.problem(name, "is no resolution of its formats.");
            }
            words.put(name, names.text(name));
        }
        return words;
    }

    private Optional<Wiring.Sized> size() {
        return fields.maybeFields("size").map(it -> {
            Wiring.Sized sized = new Wiring.Sized(pointer(it, "field"), it.text("as"));
            it.nothingElse();
            if (!sized.pattern().contains("{width}") || !sized.pattern().contains("{height}")) {
                throw it.problem("as", "should have {width} and {height} in it.");
            }
            return sized;
        });
    }

    private ObjectNode fixed() {
        ObjectNode fixed = fields.maybeText("graph").map(name -> graphs.read(fields, name))
                .orElseGet(JsonNodeFactory.instance::objectNode);
        fields.maybeTree("fixed").ifPresent(tree -> {
            if (!(tree instanceof Map)) {
                throw fields.problem("fixed", "should be names and values.");
            }
            fixed.setAll(new ObjectMapper().<ObjectNode> valueToTree(tree));
        });
        return fixed;
    }

    /** Of everything that is told, by the name of its field. */
    private static Map<String, JsonPointer> places(Wiring wiring) {
        Map<String, JsonPointer> places = new LinkedHashMap<>();
        places.put("frames.first", wiring.first());
        places.put("frames.last", wiring.last());
        wiring.prompt().ifPresent(it -> places.put("prompt", it));
        wiring.negative().ifPresent(it -> places.put("negative", it));
        wiring.seed().ifPresent(it -> places.put("seed", it));
        wiring.length().ifPresent(it -> places.put("length", it.field()));
        wiring.frameRate().ifPresent(it -> places.put("frame-rate-field", it));
        wiring.resolution().ifPresent(it -> places.put("resolution", it.field()));
        wiring.size().ifPresent(it -> places.put("size", it.field()));
        wiring.width().ifPresent(it -> places.put("width", it));
        wiring.height().ifPresent(it -> places.put("height", it));
        wiring.aspect().ifPresent(it -> places.put("aspect", it.field()));
        wiring.options().forEach((option, it) -> places.put("options." + option.name(), it));
        return places;
    }

    /** Of two wishes at one place, or one inside the other, only the later would be sent. */
    private void checkApart(Map<String, JsonPointer> places) {
        Map<String, JsonPointer> taken = new LinkedHashMap<>();
        places.forEach((name, place) -> {
            taken.forEach((earlier, other) -> {
                if ((place + "/").startsWith(other + "/") || (other + "/").startsWith(place + "/")) {
                    throw fields.problem(name.replaceFirst("\\..*", ""),
                            name + " goes to " + place + ", where " + earlier + " goes already.");
                }
            });
            taken.put(name, place);
        });
    }

    /** In a graph, what goes beside all nodes goes nowhere. */
    private void checkNodes(Wiring wiring, Map<String, JsonPointer> places) {
        places.values().stream().filter(place -> !wiring.fixed().at(place.head()).isObject()).findFirst().ifPresent(place -> {
            throw fields.problem("graph", "has no place for " + place + ".");
        });
    }

    private Optional<JsonPointer> maybePointer(String name) {
        return fields.has(name) ? Optional.of(pointer(fields, name)) : Optional.empty();
    }

    /** A plain name, or a path such as {@code /input/media/0/url}. */
    static JsonPointer pointer(Fields fields, String name) {
        String text = fields.text(name);
        try {
            return JsonPointer.compile(text.startsWith("/") ? text : "/" + text);
        } catch (IllegalArgumentException e) {
            throw fields.problem(name, "should be a field's name or a path such as /input/prompt, not " + text + ".");
        }
    }
}
