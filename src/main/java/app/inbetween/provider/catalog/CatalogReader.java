package app.inbetween.provider.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import app.inbetween.media.Dimensions;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoModel.Feature;
import app.inbetween.provider.VideoModel.Life;
import app.inbetween.provider.VideoModel.Texts;

/** Reads a file of models: a YAML list, each element one model. docs/models.md is its reference. */
final class CatalogReader {

    private CatalogReader() {
    }

    /** @throws CatalogException if an entry is not as it should be */
    static List<CatalogEntry> read(String file, Reader yaml) {
        List<CatalogEntry> entries = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Node node : list(file, yaml)) {
            CatalogEntry entry = entry(file, Fields.of(file, node));
            if (!ids.add(entry.id())) {
                throw new CatalogException(file, entry.line(), "model", entry.id() + " is there twice.");
            }
            entries.add(entry);
        }
        return entries;
    }

    private static List<Node> list(String file, Reader yaml) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(yaml);
            if (root == null) {
                return List.of();
            }
            if (root instanceof SequenceNode sequence) {
                return sequence.getValue();
            }
            throw new CatalogException(file, 1, "", "should be a list of models, each beginning with a dash.");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new CatalogException(file, line, "", "is not YAML: " + e.getProblem() + ".");
        }
    }

    private static CatalogEntry entry(String file, Fields fields) {
        String id = fields.text("model");
        if (!id.matches("[a-z0-9]+/[a-z0-9][a-z0-9._-]*")) {
            throw fields.problem("model", "should be the provider's name, a slash and a name of your own, not " + id + ".");
        }
        WiringReader wiring = new WiringReader(fields);
        VideoModel model = model(id, fields, wiring);
        ImageLimits images = images(fields);
        model.formats().forEach(format -> images.problem(format.size()).ifPresent(problem -> {
            throw fields.problem("formats", problem + ".");
        }));
        CatalogEntry entry = new CatalogEntry(model, fields.text("wire"), wiring.read(), images, file, fields.line());
        fields.nothingElse();
        return entry;
    }

    private static VideoModel model(String id, Fields fields, WiringReader wiring) {
        return new VideoModel(id, fields.text("name"), fields.text("summary"), lengths(fields), frameRates(fields),
                wiring.formats(), List.of(), features(fields), texts(fields), wiring.options(), life(fields),
                seconds(fields, "typical", fields.number("typical")));
    }

    private static List<Duration> lengths(Fields fields) {
        List<Duration> lengths = fields.numbers("lengths").stream().map(it -> seconds(fields, "lengths", it)).sorted()
                .distinct()
                .toList();
        if (lengths.isEmpty()) {
            throw fields.problem("lengths", "should name one length at least.");
        }
        return lengths;
    }

    private static Duration seconds(Fields fields, String name, BigDecimal seconds) {
        if (seconds.signum() <= 0 || seconds.compareTo(BigDecimal.valueOf(3600)) > 0) {
            throw fields.problem(name, "should be seconds, more than 0 and at most 3600, not " + seconds.toPlainString() + ".");
        }
        return Duration.ofMillis(seconds.movePointRight(3).longValue());
    }

    private static List<Integer> frameRates(Fields fields) {
        List<Integer> rates = fields.numbers("frame-rates").stream().map(BigDecimal::intValue).toList();
        if (rates.isEmpty() || rates.stream().anyMatch(rate -> rate < 1 || rate > 120)) {
            throw fields.problem("frame-rates", "should be frames per second, each from 1 to 120.");
        }
        return rates;
    }

    private static Set<Feature> features(Fields fields) {
        Set<Feature> features = EnumSet.noneOf(Feature.class);
        fields.maybeFields("prompt").ifPresent(it -> features.add(Feature.PROMPT));
        fields.maybeFields("negative").ifPresent(it -> features.add(Feature.NEGATIVE_PROMPT));
        fields.maybeText("seed").ifPresent(it -> features.add(Feature.SEED));
        return Set.copyOf(features);
    }

    private static Texts texts(Fields fields) {
        Optional<Fields> prompt = fields.maybeFields("prompt");
        return new Texts(prompt.map(it -> it.whole("limit", Texts.USUAL.promptLimit())).orElse(0),
                fields.maybeFields("negative").map(it -> it.whole("limit", Texts.USUAL.negativeLimit())).orElse(0),
                prompt.map(it -> it.flag("required")).orElse(false));
    }

    private static Life life(Fields fields) {
        return fields.maybeFields("life").map(it -> {
            Life life = new Life(day(it, "from"), day(it, "until"), it.maybeText("replacement"));
            it.nothingElse();
            return life;
        }).orElse(Life.UNLIMITED);
    }

    private static Optional<LocalDate> day(Fields fields, String name) {
        try {
            return fields.maybeText(name).map(LocalDate::parse);
        } catch (DateTimeException e) {
            throw fields.problem(name, "should be a day such as 2026-10-14.");
        }
    }

    private static ImageLimits images(Fields fields) {
        Optional<Fields> images = fields.maybeFields("images");
        ImageLimits limits = new ImageLimits(images.map(it -> it.whole("least-side", 1)).orElse(1),
                images.map(it -> it.whole("most-side", 8192)).orElse(8192),
                images.flatMap(it -> it.maybeNumber("least-ratio")).map(BigDecimal::doubleValue).orElse(0.1),
                images.flatMap(it -> it.maybeNumber("most-ratio")).map(BigDecimal::doubleValue).orElse(10.0),
                images.map(it -> it.whole("megabytes", 10)).orElse(10) * 1_000_000L);
        images.ifPresent(Fields::nothingElse);
        return limits;
    }

    /** A resource of ours as JSON, such as a graph. */
    static ObjectNode graph(Fields fields, String name) {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            if (file == null) {
                throw fields.problem("graph", "there is no " + name + ".");
            }
            return (ObjectNode) new ObjectMapper().readTree(file);
        } catch (IOException | ClassCastException e) {
            throw fields.problem("graph", name + " is not a JSON object: " + e.getMessage() + ".");
        }
    }

    static ObjectNode object(Object tree) {
        return tree instanceof Map<?, ?> ? new ObjectMapper().valueToTree(tree) : JsonNodeFactory.instance.objectNode();
    }

    static Map<String, String> words(Fields fields) {
        Map<String, String> words = new LinkedHashMap<>();
        fields.names().forEach(name -> words.put(name, fields.text(name)));
        return words;
    }

    static Dimensions size(Fields fields, String name) {
        String text = fields.text(name);
        if (!text.matches("\\d{2,5}x\\d{2,5}")) {
            throw fields.problem(name, "should be width and height such as 1280x720, not " + text + ".");
        }
        String[] sides = text.split("x");
        return new Dimensions(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
    }
}
