package app.inbetween.generation;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.ledger.Hold;
import app.inbetween.ledger.Ledger;
import app.inbetween.provider.Clearance;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * The last look at claim and hold before anything leaves that may be billed. Whoever stood still longer than the lease while
 * preparing or uploading is stopped here, because the job may be under way again elsewhere.
 */
@ApplicationScoped
class Gate {

    @Inject
    Leases leases;
    @Inject
    Ledger ledger;
    @Inject
    Clock clock;

    Pass pass(Claim claim) {
        return new Pass(claim);
    }

    /** For one handing over. */
    final class Pass implements Clearance {

        private final Claim claim;
        private boolean used;

        private Pass(Claim claim) {
            this.claim = claim;
        }

        /**
         * @throws ReplacedException if somebody else has taken over
         * @throws CalledOffException if nobody wants the clip any more
         */
        @Override
        public void obtain() {
            QuarkusTransaction.requiringNew().run(() -> markSent(claim));
            used = true;
        }

        /** Whether something that may be billed may have left. */
        boolean isUsed() {
            return used;
        }
    }

    private void markSent(Claim claim) {
        leases.renew(claim);
        Generation generation = Rows.claimedBy(claim).orElseThrow(() -> new ReplacedException(claim));
        if (generation.isCancelRequested()) {
            throw new CalledOffException(claim);
        }
        if (ledger.holdOf(generation.id).filter(Hold::isOpen).isEmpty()) {
            throw new IllegalStateException("Generation " + generation.id + " has no open hold and must not be sent");
        }
        generation.sent(clock.instant());
    }
}
