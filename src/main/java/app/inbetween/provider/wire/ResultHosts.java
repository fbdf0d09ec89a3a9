package app.inbetween.provider.wire;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a provider's films may lie.
 *
 * @param hosts names, {@code *.name} for every host below it, or {@code *} for all; reached by https only, at public addresses
 *        only
 * @param origin of the address an operator has set for the provider: whatever is there is trusted, on a private network too
 */
public record ResultHosts(List<String> hosts, Optional<URI> origin) {

    /** Wherever a provider says, as long as it is on the open internet, or at the operator's own origin. */
    public static ResultHosts anyPublic(Optional<URI> origin) {
        return new ResultHosts(List.of("*"), origin);
    }

    /** Whether it is the very origin the operator has named. */
    public boolean isOwn(URI uri) {
        return origin.filter(own -> own.getHost() != null && uri.getUserInfo() == null
                && own.getScheme().equalsIgnoreCase(uri.getScheme()) && own.getHost().equalsIgnoreCase(uri.getHost())
                && port(own) == port(uri)).isPresent();
    }

    public boolean includes(URI uri) {
        return isOwn(uri) || uri.getHost() != null && "https".equalsIgnoreCase(uri.getScheme())
                && hosts.stream().anyMatch(allowed -> matches(allowed.toLowerCase(Locale.ROOT),
                        uri.getHost().toLowerCase(Locale.ROOT)));
    }

    private static boolean matches(String allowed, String host) {
        return allowed.startsWith("*") ? host.endsWith(allowed.substring(1)) : host.equals(allowed);
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }
}
