package app.inbetween.budget;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import app.inbetween.price.Credits;

/**
 * What an administrator says to a request for credits.
 *
 * @param granted zero where it is declined
 * @param until the last day on which what is granted can be used
 * @param word for the person; needed where it is declined
 */
public record Answer(UUID request, UUID by, Credits granted, Optional<LocalDate> until, String word) {

    public boolean isYes() {
        return granted.isPositive();
    }

    CreditRequest.State state() {
        return isYes() ? CreditRequest.State.APPROVED : CreditRequest.State.DECLINED;
    }
}
