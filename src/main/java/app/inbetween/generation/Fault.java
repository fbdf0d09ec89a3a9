package app.inbetween.generation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure;

/**
 * What went wrong with a generation. One that waits again remembers what for; one of unknown fate only what was said last.
 *
 * @param reason null if that is not clear
 * @param billing null as long as nothing has failed
 * @param detail for administrators: in the provider's words, or ours; null if there are none
 */
@Embeddable
public record Fault(@Column(name = "failure_reason") @Enumerated(EnumType.STRING) Failure.Reason reason,
        @Column(name = "failure_billing") @Enumerated(EnumType.STRING) Billing billing,
        @Column(name = "failure_detail") String detail) {

    static final Fault NONE = new Fault(null, null, null);

    static Fault of(Failure failure) {
        return new Fault(failure.reason(), failure.billing(), failure.detail());
    }

    Fault saying(String words) {
        return new Fault(reason, billing, words);
    }

    /** Nobody is held to what was wrong then. */
    Fault excused() {
        return new Fault(null, null, detail);
    }
}
