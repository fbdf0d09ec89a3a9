package app.inbetween.generation.pace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.provider.Checkup;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.VideoProvider;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Asks providers that are left alone whether they are well: one node at a time, and never with a job. */
@ApplicationScoped
public class Probes {

    @Inject
    Breaker breaker;
    @Inject
    ModelCatalog catalog;

    @Scheduled(every = "{inbetween.generation.poll-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        probeDue();
    }

    public void probeDue() {
        breaker.toProbe().forEach(this::probe);
    }

    private void probe(String name) {
        // No transaction is open here: a provider may take a while to answer.
        breaker.probed(name, catalog.provider(name).map(Probes::checkUp).orElseGet(
                () -> Checkup.trouble(Reason.PROVIDER_TRANSIENT, "The provider " + name + " is not set up any more")));
    }

    private static Checkup checkUp(VideoProvider provider) {
        try {
            return provider.checkUp();
        } catch (RuntimeException e) {
            Log.errorf(e, "%s could not be looked at", provider.label());
            return Checkup.trouble(Reason.PROVIDER_TRANSIENT, String.valueOf(e.getMessage()));
        }
    }
}
