package app.inbetween.admin.job;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.QueryParam;

import app.inbetween.generation.State;

/** Which clips are wanted, as it was typed. What cannot be understood is left out and said. */
public class JobFilter {

    /** States that are asked for together. */
    enum Group {
        UNFINISHED("All unfinished"),
        ATTENTION("All that need attention"),
        FINISHED("All finished");

        private final String words;

        Group(String words) {
            this.words = words;
        }
    }

    /** One of the states that can be chosen. */
    public record Choice(String value, String words, boolean chosen) {
    }

    @QueryParam("state")
    String state = "";
    @QueryParam("model")
    String model = "";
    @QueryParam("user")
    String user = "";
    @QueryParam("from")
    String from = "";
    @QueryParam("to")
    String to = "";

    public String model() {
        return text(model);
    }

    public String user() {
        return text(user);
    }

    public String from() {
        return text(from);
    }

    public String to() {
        return text(to);
    }

    Optional<State> chosenState() {
        return Stream.of(State.values()).filter(it -> it.name().equalsIgnoreCase(text(state))).findFirst();
    }

    Optional<Group> chosenGroup() {
        return Stream.of(Group.values()).filter(it -> it.name().equalsIgnoreCase(text(state))).findFirst();
    }

    Optional<LocalDate> firstDay() {
        return day(from());
    }

    Optional<LocalDate> lastDay() {
        return day(to());
    }

    /** Everything that can be chosen of states, groups first. */
    public List<Choice> states() {
        List<Choice> choices = new ArrayList<>();
        for (Group group : Group.values()) {
            choices.add(choice(group.name(), group.words));
        }
        for (State one : State.values()) {
            choices.add(choice(one.name(), StateWords.of(one)));
        }
        return choices;
    }

    /** What was not understood, as a sentence; empty when all was. */
    public String problem() {
        if (!text(state).isEmpty() && chosenState().isEmpty() && chosenGroup().isEmpty()) {
            return "“" + text(state) + "” is no state a clip can be in, so it was left out.";
        }
        return Stream.of(from(), to()).filter(it -> !it.isEmpty() && day(it).isEmpty()).findFirst()
                .map(it -> "“" + it + "” is no day, so it was left out. Write it as 2026-11-21.").orElse("");
    }

    public boolean isSet() {
        return !query().isEmpty();
    }

    /** As an address says it, without the question mark. */
    public String query() {
        return Stream.of(pair("state", text(state)), pair("model", model()), pair("user", user()), pair("from", from()),
                pair("to", to())).filter(it -> !it.isEmpty()).collect(Collectors.joining("&"));
    }

    private Choice choice(String name, String words) {
        return new Choice(name.toLowerCase(Locale.ROOT), words, name.equalsIgnoreCase(text(state)));
    }

    private static String pair(String name, String value) {
        return value.isEmpty() ? "" : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }
}
