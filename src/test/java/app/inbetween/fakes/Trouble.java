package app.inbetween.fakes;

import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure.Reason;

/**
 * What can go wrong with one clip at a provider, when, and how it must end. A fake that cannot do some of it leaves it out; one
 * for which it ends otherwise says so in {@link FakeProvider#ending}.
 */
public enum Trouble {
    /** The task is made, the answer does not arrive. */
    CREATED_THEN_CLOSED(When.SUBMIT, Ending.delivered()),
    CREATED_THEN_502(When.SUBMIT, Ending.delivered()),
    CREATED_THEN_SILENT(When.SUBMIT, Ending.delivered()),
    CREATED_THEN_GARBAGE(When.SUBMIT, Ending.delivered()),
    CREATED_THEN_408(When.SUBMIT, Ending.delivered()),
    CREATED_THEN_499(When.SUBMIT, Ending.delivered()),

    /** No task is made, and it may be tried again later: for seven seconds, said as a number or as a date. */
    RATE_LIMITED(When.SUBMIT, Ending.delivered()),
    RATE_LIMITED_UNTIL(When.SUBMIT, Ending.delivered()),

    /** No task is made before somebody mends it, as they have when it is tried again. */
    UNAUTHORISED(When.SUBMIT, Ending.mended(Reason.PROVIDER_AUTH)),
    NO_BALANCE(When.SUBMIT, Ending.mended(Reason.PROVIDER_BALANCE)),

    /** No task is made, for good. */
    INPUT_REFUSED(When.SUBMIT, Ending.failed(Reason.INPUT_INVALID)),
    MEDIA_REFUSED(When.SUBMIT, Ending.failed(Reason.INPUT_MEDIA_UNREADABLE)),
    POLICY_REFUSED(When.SUBMIT, Ending.failed(Reason.CONTENT_POLICY)),

    /** The frames cannot be uploaded the first time, so nothing was submitted. */
    UPLOAD_502(When.UPLOAD, Ending.delivered()),

    /** The task is made and ends without a film. */
    RUN_POLICY(When.RUN, Ending.failed(Reason.CONTENT_POLICY)),
    RUN_MEDIA(When.RUN, Ending.failed(Reason.INPUT_MEDIA_UNREADABLE)),
    RUN_FAILED(When.RUN, Ending.failed(Reason.PROVIDER_FAILED)),
    RUN_TRANSIENT(When.RUN, Ending.failed(Reason.PROVIDER_TRANSIENT)),
    RUN_TIMED_OUT(When.RUN, Ending.failed(Reason.TIMEOUT)),
    RUN_CANCELLED(When.RUN, Ending.failed(Reason.CANCELLED)),
    /** The provider forgets the task after it was accepted. */
    RUN_LOST(When.RUN, Ending.unknown()),

    /** One question about the task gets no usable answer, the next one does. */
    POLL_502(When.POLL, Ending.delivered()),
    POLL_GARBAGE(When.POLL, Ending.delivered()),
    POLL_CLOSED(When.POLL, Ending.delivered()),
    POLL_RATE_LIMITED(When.POLL, Ending.delivered()),

    /** The film is half there the first time, and whole the next. */
    FILM_TRUNCATED(When.FILM, Ending.delivered()),
    /** The film's address has expired; asking for the state again gives a fresh one. */
    FILM_EXPIRED(When.FILM, Ending.delivered()),
    /** There is a page of HTML instead of a film. */
    FILM_IS_HTML(When.FILM, Ending.needsAttention()),
    /** The film is gone for good. */
    FILM_GONE(When.FILM, Ending.needsAttention());

    private final When when;
    private final Ending ending;

    Trouble(When when, Ending ending) {
        this.when = when;
        this.ending = ending;
    }

    public When when() {
        return when;
    }

    /** How it ends with a provider that can be asked what it has. */
    public Ending ending() {
        return ending;
    }

    public boolean creates() {
        return name().startsWith("CREATED_");
    }

    public enum When {
        UPLOAD,
        SUBMIT,
        RUN,
        POLL,
        FILM
    }

    /**
     * @param state of the generation, as in {@code generation.State}
     * @param reason of the failure, or of the refusal it waits for; null where there is none
     * @param billing null where there is no reason
     */
    public record Ending(String state, Reason reason, Billing billing) {

        public static Ending delivered() {
            return new Ending("SUCCEEDED", null, null);
        }

        public static Ending failed(Reason reason) {
            return new Ending("FAILED", reason, Billing.NOT_BILLED);
        }

        /** Waits while it is refused, and is delivered in the end. */
        public static Ending mended(Reason refusal) {
            return new Ending("SUCCEEDED", refusal, Billing.NOT_BILLED);
        }

        /** Held until somebody knows, or nobody can. */
        public static Ending unknown() {
            return new Ending("UNKNOWN", null, null);
        }

        public static Ending needsAttention() {
            return new Ending("NEEDS_ATTENTION", null, null);
        }
    }
}
