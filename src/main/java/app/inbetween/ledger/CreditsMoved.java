package app.inbetween.ledger;

import java.util.UUID;

/** Somebody's credits moved; fired in the transaction that moved them. */
public record CreditsMoved(UUID user, Balance before, Balance after) {
}
