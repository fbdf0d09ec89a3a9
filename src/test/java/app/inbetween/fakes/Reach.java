package app.inbetween.fakes;

import java.net.URI;
import java.util.regex.Pattern;

/** Where news can be sent: public addresses only, as from the real providers, or this machine too. */
final class Reach {

    private static final Pattern PRIVATE = Pattern
            .compile("localhost|127\\..*|10\\..*|192\\.168\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*|\\[.*|.*\\.local");

    private volatile boolean near;

    void comeNear() {
        near = true;
    }

    boolean covers(URI address) {
        return near || "https".equals(address.getScheme()) && address.getHost() != null
                && !PRIVATE.matcher(address.getHost()).matches();
    }
}
