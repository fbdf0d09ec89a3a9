package app.inbetween.ledger;

import java.util.UUID;

import app.inbetween.price.Quote;

/**
 * A wish to set the price of a generation aside.
 *
 * @param title of the generation, as the statement shall name it
 */
public record HoldOrder(UUID user, UUID generation, Quote quote, String title) {
}
