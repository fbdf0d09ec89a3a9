package app.inbetween.generation;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import app.inbetween.price.Credits;

/** What was agreed upon besides the settings and the price: who chose the model, and what happens if it fails. */
@Embeddable
public class Terms {

    /** Null when the person chose the model. */
    @Column(updatable = false)
    public String chosenBecause;
    @Enumerated(EnumType.STRING)
    public Failover failover = Failover.UNWANTED;
    /** In millicredits; null when no failover is wanted. */
    @Column(updatable = false)
    public Long failoverCeiling;
    @Column(updatable = false)
    public UUID standsInFor;
    /** Whether the person wanted that very seed, and not just any. */
    @Column(updatable = false)
    public boolean seedChosen;

    protected Terms() {
    }

    private Terms(String chosenBecause, Long failoverCeiling, UUID standsInFor) {
        this.chosenBecause = chosenBecause;
        this.failoverCeiling = failoverCeiling;
        this.standsInFor = standsInFor;
        failover = failoverCeiling == null ? Failover.UNWANTED : Failover.WANTED;
    }

    /** The person chose the model, and a failure is the end of it. */
    public static Terms plain() {
        return new Terms(null, null, null);
    }

    /** @param ceiling the most a stand-in may cost; empty for no stand-in */
    public static Terms of(Optional<String> chosenBecause, Optional<Credits> ceiling) {
        return new Terms(chosenBecause.orElse(null), ceiling.map(Credits::millis).orElse(null), null);
    }

    /** As agreed for the one that failed. */
    public static Terms standingInFor(Generation failed) {
        return new Terms(null, failed.terms.failoverCeiling, failed.id).seedChosen(failed.terms.seedChosen);
    }

    public Terms seedChosen(boolean chosen) {
        seedChosen = chosen;
        return this;
    }

    /** The most a stand-in may cost; empty when none is wanted. */
    public Optional<Credits> ceiling() {
        return Optional.ofNullable(failoverCeiling).map(Credits::ofMillis);
    }

    public boolean isFailoverPending() {
        return failover == Failover.WANTED;
    }

    /** Decided once. */
    public void concluded(Failover end) {
        if (isFailoverPending()) {
            failover = end;
        }
    }

    /** Whether the person agreed to the same; why a model was chosen may be worded anew with every click. */
    boolean isLike(Terms other) {
        return Objects.equals(failoverCeiling, other.failoverCeiling) && Objects.equals(standsInFor, other.standsInFor);
    }
}
