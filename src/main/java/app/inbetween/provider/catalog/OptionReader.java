package app.inbetween.provider.catalog;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonPointer;

import app.inbetween.provider.Option;

/** What a model lets people choose besides, and where it goes. */
final class OptionReader {

    private final Map<Option, JsonPointer> options = new LinkedHashMap<>();

    OptionReader(Fields fields) {
        fields.each("options").forEach(this::read);
    }

    List<Option> options() {
        return List.copyOf(options.keySet());
    }

    Map<Option, JsonPointer> fields() {
        return options;
    }

    private void read(Fields option) {
        Option read = switch (option.text("type")) {
            case "toggle" -> toggle(option);
            case "choice" -> choice(option);
            case "whole", "decimal" -> number(option);
            default -> throw option.problem("type", "should be toggle, choice, whole or decimal.");
        };
        if (options().stream().anyMatch(earlier -> earlier.name().equals(read.name()))) {
            throw option.problem("name", read.name() + " is there twice.");
        }
        options.put(read, WiringReader.pointer(option, "field"));
        option.nothingElse();
    }

    private static Option toggle(Fields option) {
        option.maybeText("variant").filter(variant -> !variant.matches("[a-z0-9]+")).ifPresent(variant -> {
            throw option.problem("variant", "should be lower-case letters and digits, not " + variant + ".");
        });
        return new Option.Toggle(name(option), option.text("label"), option.maybeText("hint").orElse(""),
                option.flag("default"),
                option.maybeText("variant"));
    }

    private static Option choice(Fields option) {
        return checked(option, new Option.Choice(name(option), option.text("label"), option.maybeText("hint").orElse(""),
                option.texts("values"), option.text("default")));
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
}
