package app.inbetween.admin.job;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jboss.resteasy.reactive.RestForm;

import app.inbetween.generation.Intervention;
import app.inbetween.generation.Intervention.Verb;
import app.inbetween.generation.State;
import app.inbetween.provider.Billing;

/** A decision as it was typed. */
public class DecisionForm {

    static final int SHORTEST = 8;
    static final int LONGEST = 500;

    @RestForm
    String key;
    @RestForm
    String seen;
    @RestForm
    String reason;
    @RestForm
    String billing;

    String reason() {
        return reason == null ? "" : reason.strip();
    }

    Optional<Billing> billing() {
        return Stream.of(Billing.values()).filter(it -> it.name().equals(billing)).findFirst();
    }

    /** Why it cannot be carried out, as a sentence; empty if it can. */
    Optional<String> problem(Verb verb) {
        if (reason().length() < SHORTEST) {
            return Optional.of("Say why, in " + SHORTEST + " characters or more: it goes into the audit.");
        }
        if (reason().length() > LONGEST) {
            return Optional.of("That is " + reason().length() + " characters. A reason may be up to " + LONGEST + " long.");
        }
        boolean askedForBilling = verb == Verb.RELEASE || verb == Verb.LOSE;
        return askedForBilling && billing().isEmpty()
                ? Optional.of("Say whether the provider bills it, or that you do not know.")
                : Optional.empty();
    }

    /** @return empty if it is not of a form of ours */
    Optional<Intervention> wish(UUID generation, UUID actor) {
        try {
            return Optional.of(new Intervention(UUID.fromString(key), generation, State.valueOf(seen), actor, reason()));
        } catch (IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }
}
