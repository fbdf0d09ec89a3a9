package app.inbetween.provider.fal;

import java.util.List;

/**
 * A request in fal's queue.
 *
 * @param app owner and name of the app; a model's path below it is not part of a request's address
 */
record FalRequest(String app, String id) {

    private static final List<String> NAMESPACES = List.of("workflows", "comfy");

    /** Of an endpoint such as {@code fal-ai/kling-video/v3/pro/image-to-video}. */
    static FalRequest of(String endpoint, String id) {
        String[] parts = endpoint.split("/");
        int length = Math.min(parts.length, NAMESPACES.contains(parts[0]) ? 3 : 2);
        return new FalRequest(String.join("/", List.of(parts).subList(0, length)), id);
    }

    /** Whether fal may name a request so; an id becomes part of addresses. */
    static boolean isId(String id) {
        return id.matches("[A-Za-z0-9_-]{1,100}");
    }

    String path() {
        return "/" + app + "/requests/" + id;
    }
}
