package app.inbetween.generation.create;

import static io.restassured.RestAssured.given;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** The create form in front of somebody whose browser runs no scripts: what it holds is what is sent. */
public final class Desk {

    private static final Pattern INPUT = Pattern.compile("<input\\b[^>]*>");
    private static final Pattern DOCK = Pattern.compile("<section id=\"dock\".*?</section>", Pattern.DOTALL);

    private final Map<String, String> fields = new LinkedHashMap<>();
    private String token;
    private String page;

    public static Desk opened() {
        Desk desk = new Desk();
        Response first = given().redirects().follow(false).get("/create");
        desk.token = first.cookie("csrf-token");
        desk.read(first.asString());
        return desk;
    }

    /** The form as it is kept now, whatever was changed elsewhere. */
    public Desk reload() {
        read(given().get("/create").asString());
        return this;
    }

    /** What this and every later press sends, instead of what the form says. */
    public Desk with(String field, Object value) {
        fields.put(field, String.valueOf(value));
        return this;
    }

    /** As a page that is kept open: the form as it is now, to be sent later by whomever. */
    public Desk copy() {
        Desk copy = new Desk();
        copy.token = token;
        copy.page = page;
        copy.fields.putAll(fields);
        return copy;
    }

    public Response press(String action) {
        return press(action, false);
    }

    /** With scripts, the answer is put into the page that is open. */
    public Response press(String action, boolean scripted) {
        RequestSpecification form = given().redirects().follow(false).cookie("csrf-token", token)
                .multiPart("csrf-token", token).multiPart("action", action);
        fields.forEach((name, value) -> form.multiPart(name, value));
        Response answer = (scripted ? form.header("HX-Request", "true") : form).post("/create");
        if (answer.statusCode() == 200 || answer.statusCode() == 422) {
            read(answer.asString());
        } else if (String.valueOf(answer.header("Location")).endsWith("/create")) {
            read(given().get("/create").asString());
        }
        return answer;
    }

    public String field(String name) {
        return fields.get(name);
    }

    /** What is said at a field that is wrong; empty where it is none, or where its control does not point there. */
    public String error(String field) {
        boolean told = page.matches("(?s).* id=\"" + field + "\"[^>]* aria-invalid=\"true\" aria-describedby=\"" + field
                + "-error[ \"].*");
        Matcher error = Pattern.compile("<p id=\"" + field + "-error\"[^>]*>([^<]*)<").matcher(page);
        return told && error.find() ? error.group(1) : "";
    }

    /** What is written at the price. */
    public String dock() {
        Matcher dock = DOCK.matcher(page);
        return dock.find() ? dock.group().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip() : "";
    }

    public String page() {
        return page;
    }

    private void read(String answer) {
        page = answer;
        fields.clear();
        Matcher inputs = INPUT.matcher(answer.substring(answer.indexOf("<form id=\"create\"")));
        while (inputs.find()) {
            String input = inputs.group();
            boolean chosen = !input.contains("type=\"radio\"") && !input.contains("type=\"checkbox\"")
                    || input.contains(" checked");
            if (chosen && !input.contains("type=\"file\"")) {
                attribute(input, "name").filter(name -> !name.equals("csrf-token"))
                        .ifPresent(name -> fields.put(name, attribute(input, "value").orElse("")));
            }
        }
    }

    private static Optional<String> attribute(String input, String name) {
        Matcher value = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(input);
        return value.find() ? Optional.of(value.group(1)) : Optional.empty();
    }
}
