package app.inbetween.generation;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import app.inbetween.page.Server;

/** Somebody who asks for clips by the form, in a browser that runs no scripts: what the page holds is what is sent. */
final class Customer {

    private static final Pattern INPUT = Pattern.compile("<input\\b[^>]*>");
    private static final String BOUNDARY = "----a-form-of-inbetween";

    private final Server server;

    Customer(Server server) {
        this.server = server;
    }

    /** Chooses a model and a pair of frames, which stay chosen. */
    void choose(String model, String sample) throws Exception {
        press("sample:" + sample, Map.of("model", model));
    }

    /** Returns the clip's id. */
    UUID ask(String prompt) throws Exception {
        String address = press("generate", Map.of("prompt", prompt)).headers().firstValue("Location").orElseThrow();
        return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    }

    private HttpResponse<String> press(String action, Map<String, String> more) throws Exception {
        HttpResponse<String> page = server.ask(server.request("/create").build(), 200);
        String token = page.headers().allValues("Set-Cookie").stream().filter(cookie -> cookie.startsWith("csrf-token="))
                .findFirst().orElseThrow().replaceFirst("csrf-token=([^;]*).*", "$1");
        Map<String, String> fields = fields(page.body());
        fields.putAll(Map.of("csrf-token", token, "action", action));
        fields.putAll(more);
        return server.ask(server.request("/create").header("Cookie", "csrf-token=" + token)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(body(fields))).build(), 303);
    }

    private static Map<String, String> fields(String page) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher inputs = INPUT.matcher(page.substring(page.indexOf("<form id=\"create\"")));
        while (inputs.find()) {
            String input = inputs.group();
            boolean sent = !input.matches("(?s).*type=\"(radio|checkbox)\".*") || input.contains(" checked");
            if (sent && !input.contains("type=\"file\"")) {
                fields.put(attribute(input, "name"), attribute(input, "value"));
            }
        }
        fields.remove("");
        return fields;
    }

    private static String attribute(String input, String name) {
        Matcher value = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(input);
        return value.find() ? value.group(1) : "";
    }

    private static String body(Map<String, String> fields) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append("--").append(BOUNDARY).append("\r\nContent-Disposition: form-data; name=\"")
                .append(name).append("\"\r\n\r\n").append(value).append("\r\n"));
        return body.append("--").append(BOUNDARY).append("--\r\n").toString();
    }
}
