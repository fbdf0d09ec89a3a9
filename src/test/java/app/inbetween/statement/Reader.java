package app.inbetween.statement;

import static io.restassured.RestAssured.given;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads pages and files as the person who is signed in. */
final class Reader {

    private static final Pattern FIELD = Pattern.compile("(?:\"((?:[^\"]|\"\")*)\"|([^,\"\r\n]*))(,|\r\n)");

    private Reader() {
    }

    /** What is to be read on a page. */
    static String page(String path) {
        return text(html(path));
    }

    static String html(String path) {
        return given().get(path).then().statusCode(200).extract().asString();
    }

    static String text(String html) {
        return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    /** The lines of a file, by the names of their columns. */
    static List<Map<String, String>> csv(String path) {
        List<List<String>> lines = lines(new String(given().get(path).then().statusCode(200).extract().asByteArray(),
                StandardCharsets.UTF_8).substring(1));
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < line.size(); i++) {
                row.put(lines.get(0).get(i), line.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<List<String>> lines(String file) {
        List<List<String>> lines = new ArrayList<>(List.of(new ArrayList<>()));
        Matcher field = FIELD.matcher(file);
        int read = 0;
        while (read < file.length() && field.find(read) && field.start() == read) {
            lines.get(lines.size() - 1).add(field.group(1) == null ? field.group(2) : field.group(1).replace("\"\"", "\""));
            if (field.group(3).equals("\r\n")) {
                lines.add(new ArrayList<>());
            }
            read = field.end();
        }
        if (read < file.length()) {
            throw new IllegalStateException("Not as RFC 4180 has it: " + file.substring(read));
        }
        return lines.subList(0, lines.size() - 1);
    }
}
