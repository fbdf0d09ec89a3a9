package app.inbetween.admin;

import static io.restassured.RestAssured.given;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.restassured.response.ValidatableResponse;

/** An administrator at a desk: opens pages, reads them, fills in forms. */
public final class Office {

    private Office() {
    }

    /** What a person reads. */
    public static String read(String path) {
        return text(html(path));
    }

    public static String html(String path) {
        return given().urlEncodingEnabled(false).get(path).then().statusCode(200).extract().asString();
    }

    public static String text(String html) {
        return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    public static String csv(String path) {
        return given().urlEncodingEnabled(false).get(path).then().statusCode(200).contentType("text/csv").extract().asString();
    }

    /** @param fields name and value in turn */
    public static Map<String, String> form(String... fields) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("key", UUID.randomUUID().toString());
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return form;
    }

    public static ValidatableResponse send(String path, Map<String, String> form) {
        String token = given().redirects().follow(false).get("/").cookie("csrf-token");
        return given().redirects().follow(false).cookie("csrf-token", token).formParam("csrf-token", token).formParams(form)
                .post(path).then();
    }

    /** Sends a form that is taken, and reads the page it leads to. */
    public static String does(String path, Map<String, String> form) {
        return read(led(send(path, form)));
    }

    /** Where the answer leads. */
    public static String led(ValidatableResponse answer) {
        return answer.statusCode(303).extract().header("Location").replaceFirst("^https?://[^/]*", "");
    }

    /** What is said when a form is handed back. */
    public static String refused(String path, Map<String, String> form) {
        return send(path, form).statusCode(422).extract().asString();
    }

    /** The first part of a page that the pattern finds, by its group. */
    public static String found(String html, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(html);
        if (!matcher.find()) {
            throw new AssertionError("Nowhere " + pattern + " in " + html);
        }
        return matcher.group(1);
    }
}
