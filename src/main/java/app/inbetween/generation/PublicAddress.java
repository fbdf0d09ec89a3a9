package app.inbetween.generation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import app.inbetween.provider.VideoProvider;
import io.quarkus.runtime.StartupEvent;

/** Where providers can reach us, if they can at all. */
@ApplicationScoped
class PublicAddress {

    private static final String KEY = "inbetween.public-url";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Optional<URI> address;

    @Inject
    PublicAddress(@ConfigProperty(name = KEY) Optional<String> address) {
        this.address = address.map(String::strip).filter(text -> !text.isEmpty()).map(PublicAddress::read);
    }

    /** A wrong address stops the start, not the first clip. */
    void start(@Observes StartupEvent event) {
        // It has been read by now.
    }

    /** Where that provider may tell of news of that attempt; empty where it could not, or would not. */
    Optional<URI> hook(VideoProvider provider, String attemptToken) {
        return address.filter(uri -> provider.webhooks().isPresent())
                .map(uri -> URI
                        .create(uri.toString().replaceFirst("/+$", "") + "/hooks/" + provider.name() + "/" + attemptToken));
    }

    private static URI read(String text) {
        try {
            URI uri = new URI(text);
            requireReachable(uri);
            return uri;
        } catch (URISyntaxException e) {
            throw wrong(text, "which is no address.");
        }
    }

    private static void requireReachable(URI uri) {
        if (uri.getHost() == null || uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null) {
            throw wrong(uri, "which is not the address of a site.");
        }
        boolean plain = "http".equalsIgnoreCase(uri.getScheme()) && THIS_MACHINE.contains(uri.getHost());
        if (!plain && !"https".equalsIgnoreCase(uri.getScheme())) {
            throw wrong(uri, "but providers are only told addresses that begin with https.");
        }
    }

    private static IllegalStateException wrong(Object address, String why) {
        return new IllegalStateException(KEY + " is \"" + address + "\", " + why
                + " Set it to the address people open Inbetween by, such as https://inbetween.example.org.");
    }
}
