package app.inbetween.provider;

import java.net.URI;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.Config;

import io.quarkus.runtime.StartupEvent;

/** Where operators say that a provider's API is. */
@ApplicationScoped
class ApiAddresses {

    @Inject
    ModelCatalog catalog;
    @Inject
    Config config;

    /** A wrong address stops the start, not the first clip. */
    void start(@Observes StartupEvent event) {
        catalog.providers().forEach(provider -> check(provider.name(), config));
    }

    static void check(String provider, Config config) {
        String key = "inbetween.provider." + provider + ".base-url";
        config.getOptionalValue(key, URI.class).filter(uri -> !isPlain(uri)).ifPresent(uri -> {
            // The address itself is not repeated: what should not be in it may be a password.
            throw new IllegalStateException(
                    key + " is more or less than an address. Set it to scheme, host, port and path only, "
                            + "such as http://gpu.lan:8188, with no user, password or query.");
        });
    }

    /** Whatever else is in there is not sent, and may be a secret. */
    private static boolean isPlain(URI uri) {
        boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        return web && uri.getHost() != null && uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
    }
}
