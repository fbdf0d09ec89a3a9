package app.inbetween.provider.wire;

import java.io.IOException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Brings frames to where a provider says they should go, and trusts none of it. */
@ApplicationScoped
public class Uploads {

    private final Wire wire;
    private final Destinations destinations;

    @Inject
    public Uploads(Wire wire) {
        this(wire, new Destinations());
    }

    Uploads(Wire wire, Destinations destinations) {
        this.wire = wire;
        this.destinations = destinations;
    }

    /**
     * Sends a PUT, or a form, to an address that was told by somebody else. It carries the headers of the call and nothing
     * else,
     * and follows no redirect. Whoever calls gives it no key that is not meant for exactly that host.
     *
     * @param hosts where it may go; usually {@link ResultHosts#anyPublic}
     * @throws RefusedAddressException if it may not go there; nothing was sent
     * @throws NotSentException if nothing left this machine
     * @throws IOException if there is no whole answer
     */
    public Answer send(Call call, ResultHosts hosts) throws IOException {
        return wire.sendOnce(destinations.vetted(call, hosts));
    }
}
