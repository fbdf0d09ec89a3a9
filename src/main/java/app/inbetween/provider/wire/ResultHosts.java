package app.inbetween.provider.wire;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Where a provider's films may lie.
 *
 * @param hosts names, or {@code *.name} for every host below it; reached by https only, at public addresses only
 * @param origin of the address an operator has set for the provider: whatever is there is trusted, on a private network too
 */
public record ResultHosts(List<String> hosts, Optional<URI> origin) {

    /** Whether it is the very origin the operator has named. */
    public boolean isOwn(URI uri) {
        return origin.filter(own -> own.getScheme().equals(uri.getScheme()) && own.getAuthority().equals(uri.getAuthority()))
                .isPresent();
    }

    public boolean includes(URI uri) {
        String host = uri.getHost();
        return isOwn(uri) || host != null && "https".equals(uri.getScheme())
                && hosts.stream().anyMatch(allowed -> allowed.startsWith("*.") ? host.endsWith(allowed.substring(1))
                        : host.equals(allowed));
    }
}
