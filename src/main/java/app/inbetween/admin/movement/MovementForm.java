package app.inbetween.admin.movement;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.QueryParam;

/** Which movements are wanted, as it was typed. */
public class MovementForm {

    @QueryParam("kind")
    List<String> kinds = List.of();
    @QueryParam("model")
    String model = "";
    @QueryParam("user")
    String user = "";
    @QueryParam("from")
    String from = "";
    @QueryParam("to")
    String to = "";

    public List<String> kinds() {
        return kinds.stream().map(String::strip).filter(kind -> !kind.isEmpty()).distinct().toList();
    }

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

    public boolean isSet() {
        return !query().isEmpty();
    }

    /** As an address says it, without the question mark. */
    public String query() {
        return Stream.concat(kinds().stream().map(kind -> pair("kind", kind)),
                Stream.of(pair("model", model()), pair("user", user()), pair("from", from()), pair("to", to())))
                .filter(pair -> !pair.isEmpty()).collect(Collectors.joining("&"));
    }

    private static String pair(String name, String value) {
        return value.isEmpty() ? "" : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }
}
