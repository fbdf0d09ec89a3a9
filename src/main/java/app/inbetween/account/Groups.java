package app.inbetween.account;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

import jakarta.json.JsonString;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.vertx.core.json.JsonObject;

/** The groups a token lists. */
final class Groups {

    private static final int SIGNED_TOKEN_PARTS = 3;

    private Groups() {
    }

    /** @param claim whose value is a list of strings, a single string, or missing */
    static List<String> in(JsonWebToken token, String claim) {
        Object value = written(token, claim);
        return names(value == null ? token.getClaim(claim) : value);
    }

    /** As the provider wrote it: under the name that MicroProfile gives to groups, a single string would read as none. */
    private static Object written(JsonWebToken token, String claim) {
        String[] parts = token.getRawToken() == null ? new String[0] : token.getRawToken().split("\\.", -1);
        return parts.length == SIGNED_TOKEN_PARTS ? payload(parts[1]).getMap().get(claim) : null;
    }

    private static JsonObject payload(String part) {
        return new JsonObject(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }

    private static List<String> names(Object value) {
        Collection<?> values = value instanceof Collection<?> list ? list : value == null ? List.of() : List.of(value);
        return values.stream().map(name -> name instanceof JsonString text ? text.getString() : name.toString())
                .filter(name -> !name.isBlank()).toList();
    }
}
