package app.inbetween.trial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.vertx.http.HttpServerStart;

/** Says where to go and how to sign in, once there is something there. */
@ApplicationScoped
@IfBuildProfile("dev")
class TrialWelcome {

    private static final String BLOCK = """

            ----------------------------------------------------------------------
              Inbetween is ready     http://localhost:%d
              Sign in as             ada (administrator), ben or cleo; no password
              The trial is kept in   %s, delete it to begin anew
            ----------------------------------------------------------------------
            """;

    @ConfigProperty(name = "inbetween.trial.directory", defaultValue = ".inbetween")
    String directory;

    void ready(@ObservesAsync HttpServerStart server) {
        System.out.printf(BLOCK, server.options().getPort(), directory);
    }
}
