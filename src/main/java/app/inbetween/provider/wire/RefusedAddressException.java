package app.inbetween.provider.wire;

import java.io.IOException;

/** We do not go where somebody else wants to send us. Says why as a sentence, without the address's query. */
public class RefusedAddressException extends IOException {

    public RefusedAddressException(String message) {
        super(message);
    }
}
