package app.inbetween.fakes;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Pictures that were uploaded, by folder and name. */
final class ComfyUiPictures {

    private final Map<String, byte[]> pictures = new ConcurrentHashMap<>();

    Set<String> names() {
        return Collections.unmodifiableSet(pictures.keySet());
    }

    /** Null where there is none. */
    byte[] named(String name) {
        return pictures.get(name);
    }

    Reply upload(Request request) {
        Optional<ComfyUiUpload> upload = ComfyUiUpload.of(request.header("Content-Type"), request.body());
        return upload.map(this::keep).orElseGet(() -> new Reply(400, Map.of(), new byte[0]));
    }

    /** Another picture of the same name gets a new one, unless it is to take the place of the first. */
    private Reply keep(ComfyUiUpload file) {
        String name = file.fileName();
        byte[] there = pictures.get(file.path(name));
        if (there != null && !file.overwrite() && !Arrays.equals(there, file.bytes())) {
            name = name.replaceFirst("(\\.\\w+)$", " (1)$1");
        }
        pictures.put(file.path(name), file.bytes());
        return Reply.json(200, Map.of("name", name, "subfolder", file.folder(), "type", file.type()));
    }
}
