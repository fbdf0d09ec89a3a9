package app.inbetween.provider.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Looks at where others want to send us, so that nobody gets us to knock on the doors of the network we stand in. The address
 * that was looked at is the one to connect to: a name may lead elsewhere when it is asked a second time.
 */
final class Destinations {

    private static final String NAME = "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]";

    private final Resolver resolver;
    private final Predicate<InetAddress> isPublic;
    private final int port;

    Destinations() {
        this(Resolver.SYSTEM, Addresses::isPublic, 443);
    }

    /** @param port the only one outside the own origin */
    Destinations(Resolver resolver, Predicate<InetAddress> isPublic, int port) {
        this.resolver = resolver;
        this.isPublic = isPublic;
        this.port = port;
    }

    /**
     * The same call, bound to an address that was looked at.
     *
     * @throws RefusedAddressException if it may not go there
     * @throws NotSentException if the host cannot be found now
     */
    Call vetted(Call call, ResultHosts hosts) throws IOException {
        URI uri = call.uri();
        if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw refused(uri, "it is no plain address");
        }
        if (hosts.isOwn(uri)) {
            return call.at(addresses(uri).get(0));
        }
        checkName(uri, hosts);
        List<InetAddress> addresses = addresses(uri);
        if (!addresses.stream().allMatch(isPublic)) {
            throw refused(uri, "it leads into a network that is not public");
        }
        return call.at(addresses.get(0));
    }

    private void checkName(URI uri, ResultHosts hosts) throws RefusedAddressException {
        if (!"https".equalsIgnoreCase(uri.getScheme())) {
            throw refused(uri, "it is not https");
        }
        // Also what looks like a number in any of the ways an IP address can be written.
        if (!uri.getHost().toLowerCase(Locale.ROOT).matches(NAME)) {
            throw refused(uri, "its host is not a full name");
        }
        if ((uri.getPort() < 0 ? 443 : uri.getPort()) != port) {
            throw refused(uri, "its port is unusual");
        }
        if (!hosts.includes(uri)) {
            throw refused(uri, "its host is not among those that are allowed");
        }
    }

    private List<InetAddress> addresses(URI uri) throws NotSentException {
        try {
            return resolver.resolve(uri.getHost());
        } catch (UnknownHostException e) {
            throw new NotSentException("The host " + uri.getHost() + " cannot be found", e);
        }
    }

    private static RefusedAddressException refused(URI uri, String reason) {
        return new RefusedAddressException("Nothing is exchanged with " + uri.getScheme() + "://"
                + (uri.getHost() == null ? "…" : uri.getHost()) + ": " + reason + ".");
    }
}
