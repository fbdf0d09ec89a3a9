package app.inbetween.generation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;

/** Ends clips whose provider says that they were stopped, whenever that is learnt. */
@ApplicationScoped
class Stops {

    @Inject
    Outcomes outcomes;

    /** Who called it off pays what the button warned of; what was stopped by others costs nobody here anything. */
    void stopped(Assignment job, Billing billing) {
        if (!job.generation().isCancelRequested()) {
            outcomes.failed(job.claim(), new Failure(Reason.CANCELLED, billing, "Stopped by the provider"));
        } else if (billing == Billing.BILLED) {
            outcomes.cancelledAtFullPrice(job.claim(), job.generation());
        } else {
            outcomes.cancelled(job.claim());
        }
    }
}
