package app.inbetween.provider.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A mapping of a YAML file that knows where it is written, and complains with line and field. */
final class Fields {

    private final String file;
    private final String path;
    private final int line;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<String> unread;

    private Fields(String file, String path, MappingNode node) {
        this.file = file;
        this.path = path;
        line = lineOf(node);
        for (NodeTuple tuple : node.getValue()) {
            String name = nameOf(tuple.getKeyNode());
            if (nodes.put(name, tuple.getValueNode()) != null) {
                throw new CatalogException(file, lineOf(tuple.getKeyNode()), path + name, "is there twice.");
            }
        }
        unread = new ArrayList<>(nodes.keySet());
    }

    static Fields of(String file, Node node) {
        return of(file, "", node);
    }

    private String nameOf(Node key) {
        if (key instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new CatalogException(file, lineOf(key), path, "has a name that is none.");
    }

    private static Fields of(String file, String path, Node node) {
        if (node instanceof MappingNode mapping) {
            return new Fields(file, path.isEmpty() ? "" : path + ".", mapping);
        }
        throw new CatalogException(file, lineOf(node), path, "should be names and values.");
    }

    int line() {
        return line;
    }

    boolean has(String name) {
        return nodes.containsKey(name);
    }

    /** All names, in the order they are written. */
    List<String> names() {
        return List.copyOf(nodes.keySet());
    }

    String text(String name) {
        return maybeText(name).orElseThrow(() -> missing(name));
    }

    Optional<String> maybeText(String name) {
        return maybe(name, node -> scalar(name, node));
    }

    BigDecimal number(String name) {
        return maybeNumber(name).orElseThrow(() -> missing(name));
    }

    Optional<BigDecimal> maybeNumber(String name) {
        return maybe(name, node -> number(name, node));
    }

    int whole(String name, int otherwise) {
        return maybeNumber(name).map(value -> exact(name, value)).orElse(otherwise);
    }

    boolean flag(String name) {
        return maybe(name, node -> flag(name, node)).orElse(false);
    }

    List<String> texts(String name) {
        return maybe(name, node -> elements(name, node).stream().map(it -> scalar(name, it)).toList()).orElse(List.of());
    }

    List<BigDecimal> numbers(String name) {
        return maybe(name, node -> elements(name, node).stream().map(it -> number(name, it)).toList())
                .orElseThrow(() -> missing(name));
    }

    List<Integer> wholes(String name) {
        return numbers(name).stream().map(value -> exact(name, value)).toList();
    }

    Optional<Fields> maybeFields(String name) {
        return maybe(name, node -> of(file, path + name, node));
    }

    Fields fields(String name) {
        return maybeFields(name).orElseThrow(() -> missing(name));
    }

    List<Fields> each(String name) {
        return maybe(name, node -> elements(name, node).stream().map(it -> of(file, path + name, it)).toList())
                .orElse(List.of());
    }

    Optional<Object> maybeTree(String name) {
        return maybe(name, node -> tree(name, node));
    }

    /** Whatever was not asked for is a mistake of whoever wrote it. */
    void nothingElse() {
        if (!unread.isEmpty()) {
            throw problem(unread.get(0), "is not known here.");
        }
    }

    CatalogException problem(String name, String problem) {
        return new CatalogException(file, nodes.containsKey(name) ? lineOf(nodes.get(name)) : line, path + name, problem);
    }

    private CatalogException missing(String name) {
        return new CatalogException(file, line, path + name, "is missing.");
    }

    private <T> Optional<T> maybe(String name, Function<Node, T> reading) {
        unread.remove(name);
        return Optional.ofNullable(nodes.get(name)).map(reading);
    }

    private String scalar(String name, Node node) {
        if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
            return scalar.getValue();
        }
        throw problem(name, node instanceof ScalarNode ? "is empty." : "should be a single value.");
    }

    /** YAML would take more words for either, such as yes, and not everybody agrees on which. */
    private boolean flag(String name, Node node) {
        String value = scalar(name, node);
        if (!value.equals("true") && !value.equals("false")) {
            throw problem(name, "should be true or false, not " + value + ".");
        }
        return value.equals("true");
    }

    private BigDecimal number(String name, Node node) {
        try {
            return new BigDecimal(scalar(name, node));
        } catch (NumberFormatException e) {
            throw problem(name, "should be a number, not " + scalar(name, node) + ".");
        }
    }

    private int exact(String name, BigDecimal value) {
        try {
            return value.intValueExact();
        } catch (ArithmeticException e) {
            throw problem(name, "should be a whole number, not " + value.toPlainString() + ".");
        }
    }

    private List<Node> elements(String name, Node node) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        throw problem(name, "should be a list.");
    }

    private Object tree(String name, Node node) {
        if (node instanceof MappingNode) {
            Fields inner = of(file, path + name, node);
            Map<String, Object> tree = new LinkedHashMap<>();
            inner.nodes.forEach((field, value) -> tree.put(field, inner.tree(field, value)));
            return tree;
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(it -> tree(name, it)).toList();
        }
        if (node.getTag().equals(Tag.BOOL)) {
            return flag(name, node);
        }
        return node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT) ? number(name, node) : scalar(name, node);
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
