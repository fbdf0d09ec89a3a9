package app.inbetween.provider.wire;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.ResultLostException;

/** Brings films home from where a provider says they are, and trusts none of it. */
@ApplicationScoped
public class Downloads {

    @Inject
    Wire wire;

    /**
     * @param from where the provider says the film is
     * @param hosts where this provider's films may be
     * @param to a path that does not exist yet
     * @throws ResultLostException if it is gone, or may not be fetched from there
     * @throws ProviderUnavailableException if it cannot be had now
     * @throws IOException if {@code to} cannot be written
     */
    public void fetch(URI from, ResultHosts hosts, Path to) throws IOException {
        throw new ProviderUnavailableException("No film is fetched yet");
    }
}
