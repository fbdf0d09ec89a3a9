package app.inbetween.provider;

import java.time.Duration;

/** What came of handing a job to a provider. */
public sealed interface Submission {

    /** As a provider refuses what it bills nothing for. */
    static Submission rejected(Failure.Reason reason, String detail) {
        return new Rejected(new Failure(reason, Billing.NOT_BILLED, detail));
    }

    /** The provider has the job, under its own id. */
    record Accepted(String remoteId) implements Submission {
    }

    /** The provider refuses this job for good, and bills nothing. */
    record Rejected(Failure failure) implements Submission {
    }

    /**
     * The provider has no room now and took nothing.
     *
     * @param pause how long it asked to be left alone; zero where it named no time
     */
    record Later(Duration pause) implements Submission {
    }

    /** Not one byte of the request left this machine; it may be sent again. */
    record NotSent(String reason) implements Submission {
    }

    /** The request may have arrived. It must not be sent again before that is known. */
    record Unknown(String reason) implements Submission {
    }
}
