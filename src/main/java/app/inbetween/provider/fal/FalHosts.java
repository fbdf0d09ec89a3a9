package app.inbetween.provider.fal;

import java.net.URI;
import java.util.Optional;

/**
 * fal's several hosts, each for paths of its own.
 *
 * @param base in place of all of them
 */
record FalHosts(Optional<URI> base) {

    /** Submissions, states, results, cancellations. */
    URI queue(String path) {
        return at("https://queue.fal.run", path);
    }

    /** Storage and keys. */
    URI rest(String path) {
        return at("https://rest.fal.ai", path);
    }

    /** Prices. */
    URI platform(String path) {
        return at("https://api.fal.ai", path);
    }

    private URI at(String host, String path) {
        return URI.create(base.map(URI::toString).orElse(host).replaceFirst("/+$", "") + path);
    }
}
