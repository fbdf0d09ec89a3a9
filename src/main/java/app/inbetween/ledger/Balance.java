package app.inbetween.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Where a person's credits are: available, held and spent always add up to granted.
 *
 * @param available free to spend
 * @param held set aside for work under way
 * @param spent captured, less what was given back
 * @param granted everything ever given to the person
 */
public record Balance(Credits available, Credits held, Credits spent, Credits granted) {

    static Balance read(ResultSet row) throws SQLException {
        return new Balance(Credits.ofMillis(row.getLong("available")), Credits.ofMillis(row.getLong("held")),
                Credits.ofMillis(row.getLong("spent")), Credits.ofMillis(row.getLong("granted")));
    }
}
