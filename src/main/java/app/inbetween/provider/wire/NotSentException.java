package app.inbetween.provider.wire;

import java.io.IOException;

/** Not one byte of a request left this machine: no such host, nobody listening, no agreement on encryption. */
public class NotSentException extends IOException {

    public NotSentException(String message, Throwable cause) {
        super(message, cause);
    }
}
