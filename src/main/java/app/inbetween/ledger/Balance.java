package app.inbetween.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;

import app.inbetween.price.Credits;

/**
 * Where a person's credits are: available, held and spent always add up to granted.
 *
 * @param available free to spend
 * @param held set aside for work under way
 * @param spent captured, less what was given back
 * @param granted everything ever given to the person, less what was taken back and what expired
 */
public record Balance(Credits available, Credits held, Credits spent, Credits granted) {

    static final Balance EMPTY = new Balance(Credits.ZERO, Credits.ZERO, Credits.ZERO, Credits.ZERO);

    public static Balance read(ResultSet row) throws SQLException {
        return new Balance(Credits.ofMillis(row.getLong("available")), Credits.ofMillis(row.getLong("held")),
                Credits.ofMillis(row.getLong("spent")), Credits.ofMillis(row.getLong("granted")));
    }

    /** @throws IllegalStateException if less than nothing would be left anywhere */
    private Balance moved(Credits available, Credits held, Credits spent, Credits granted) {
        Balance after = new Balance(this.available.plus(available), this.held.plus(held), this.spent.plus(spent),
                this.granted.plus(granted));
        if (after.available.isNegative() || after.held.isNegative() || after.spent.isNegative()) {
            throw new IllegalStateException("The books would say " + after);
        }
        return after;
    }

    /** More is given, or with a negative amount less. */
    Balance given(Credits amount) {
        return moved(amount, Credits.ZERO, Credits.ZERO, amount);
    }

    Balance held(Credits amount) {
        return moved(amount.negated(), amount, Credits.ZERO, Credits.ZERO);
    }

    /** Spends a part of what was held, which may be none, and frees the rest. */
    Balance resolved(Credits held, Credits spent) {
        return moved(held.minus(spent), held.negated(), spent, Credits.ZERO);
    }

    Balance refunded(Credits amount) {
        return moved(amount, Credits.ZERO, amount.negated(), Credits.ZERO);
    }
}
