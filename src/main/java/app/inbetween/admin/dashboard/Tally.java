package app.inbetween.admin.dashboard;

import java.sql.ResultSet;
import java.sql.SQLException;

import app.inbetween.price.Credits;
import app.inbetween.price.Money;

/**
 * What was charged for some clips and what they cost us.
 *
 * @param cost in dollars
 */
public record Tally(Credits charged, Credits givenBack, long clips, Money cost) {

    public static final Tally NOTHING = new Tally(Credits.ZERO, Credits.ZERO, 0, Money.dollars(0));

    static Tally read(ResultSet row) throws SQLException {
        return new Tally(Credits.ofMillis(row.getLong("captured")), Credits.ofMillis(row.getLong("refunded")),
                row.getLong("clips"), Money.dollars(row.getLong("cost_micros")));
    }

    /** What the studio keeps; below zero on a day that gives back more than it charges. */
    public Credits net() {
        return charged.minus(givenBack);
    }

    public Tally plus(Tally more) {
        return new Tally(charged.plus(more.charged), givenBack.plus(more.givenBack), clips + more.clips,
                Money.dollars(cost.micros() + more.cost.micros()));
    }
}
