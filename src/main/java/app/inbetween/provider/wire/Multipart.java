package app.inbetween.provider.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;

/** A form with files, its fields in the order they are added (RFC 7578). */
public final class Multipart {

    private final String boundary = "inbetween-" + UUID.randomUUID();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** @throws NullPointerException without a value, which would be sent as the word null */
    public Multipart field(String name, String value) {
        Objects.requireNonNull(value, name);
        write("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + quoted(name) + "\"\r\n\r\n" + value + "\r\n");
        return this;
    }

    public Multipart file(String name, String fileName, String type, byte[] content) {
        write("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + quoted(name) + "\"; filename=\""
                + quoted(fileName) + "\"\r\nContent-Type: " + type + "\r\n\r\n");
        bytes.writeBytes(content);
        write("\r\n");
        return this;
    }

    /** Puts the form into a call; nothing can be added afterwards. */
    public Call into(Call call) {
        write("--" + boundary + "--\r\n");
        return call.body("multipart/form-data; boundary=" + boundary, bytes.toByteArray());
    }

    private void write(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String text) {
        return text.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }
}
