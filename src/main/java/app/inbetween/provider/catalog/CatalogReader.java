package app.inbetween.provider.catalog;

import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

import app.inbetween.provider.AskedPrice;
import app.inbetween.provider.VideoModel;

/** Reads a file of models: a YAML list, each element one model. docs/models.md is its reference. */
final class CatalogReader {

    /** The others tell their models themselves. */
    private static final List<String> PROVIDERS = List.of("wavespeed", "fal", "dashscope", "comfyui");

    private CatalogReader() {
    }

    /** @throws CatalogException if an entry is not as it should be */
    static List<CatalogEntry> read(String file, Reader yaml) {
        return read(file, yaml, Graphs.SHIPPED);
    }

    /** @throws CatalogException if an entry is not as it should be */
    static List<CatalogEntry> read(String file, Reader yaml, Graphs graphs) {
        List<CatalogEntry> entries = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Node node : list(file, yaml)) {
            CatalogEntry entry = entry(file, Fields.of(file, node), graphs);
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
        } catch (YAMLException e) {
            throw new CatalogException(file, 1, "", "is not YAML: " + e.getMessage() + ".");
        }
    }

    private static CatalogEntry entry(String file, Fields fields, Graphs graphs) {
        String id = id(fields);
        FormatReader formats = new FormatReader(fields);
        OptionReader options = new OptionReader(fields);
        VideoModel model = new ModelReader(fields).read(id, formats.formats(), options.options());
        String wire = wire(fields, model);
        Wiring wiring = new WiringReader(fields, graphs).read(formats.shapes(), options.fields());
        ImageLimits images = formats.images();
        List<AskedPrice> prices = new PriceReader(fields, model).read();
        fields.nothingElse();
        checkSaysAll(fields, model, wire, wiring);
        return new CatalogEntry(model, wire, wiring, images, prices, file, fields.line());
    }

    private static String id(Fields fields) {
        String id = fields.text("model");
        if (!id.matches("[a-z0-9]+/[a-z0-9][a-z0-9._-]*")) {
            throw fields.problem("model", "should be the provider's name, a slash and a name of your own, not " + id + ".");
        }
        if (!PROVIDERS.contains(id.substring(0, id.indexOf('/')))) {
            throw fields.problem("model", "should be of one of " + String.join(", ", PROVIDERS) + ", not " + id + ".");
        }
        return id;
    }

    /** It becomes part of an address, and would be found to be none only when a clip is sent. */
    private static String wire(Fields fields, VideoModel model) {
        String wire = fields.text("wire");
        for (String resolution : model.resolutions()) {
            if (!wire.replace("{resolution}", resolution).matches("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*")) {
                throw fields.problem("wire",
                        "should be the provider's own id, such as fal-ai/wan-flf2v, not " + wire + ".");
            }
        }
        return wire;
    }

    /** What a person chooses must reach the provider. */
    private static void checkSaysAll(Fields fields, VideoModel model, String wire, Wiring wiring) {
        if (model.durations().size() > 1 && wiring.length().isEmpty()) {
            throw fields.problem("lengths", "are several, but no field length tells the provider which.");
        }
        if (model.frameRates().size() > 1 && wiring.frameRate().isEmpty()) {
            throw fields.problem("frame-rates", "are several, but no frame-rate-field tells the provider which.");
        }
        if (model.resolutions().size() > 1 && wiring.resolution().isEmpty() && wiring.size().isEmpty()
                && wiring.width().isEmpty() && !wire.contains("{resolution}")) {
            throw fields.problem("formats", "have several resolutions, but no field tells the provider which.");
        }
    }
}
