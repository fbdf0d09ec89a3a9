package app.inbetween.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import app.inbetween.price.Credits;

/**
 * What a person may spend. Empty is no limit of that kind, or for what an administrator sets, the configured one.
 *
 * @param dailyCap set by an administrator
 * @param monthlyCap set by an administrator
 * @param maxConcurrent clips under way at once, set by an administrator
 * @param ownMonthlyCap set by the person
 * @param askAbove the price above which the person wants to be asked twice
 */
public record SpendingLimit(UUID user, Optional<Credits> dailyCap, Optional<Credits> monthlyCap, OptionalInt maxConcurrent,
        Optional<Credits> ownMonthlyCap, Optional<Credits> askAbove) {

    static SpendingLimit none(UUID user) {
        return new SpendingLimit(user, Optional.empty(), Optional.empty(), OptionalInt.empty(), Optional.empty(),
                Optional.empty());
    }

    static SpendingLimit read(ResultSet row) throws SQLException {
        int concurrent = row.getInt("max_concurrent");
        return new SpendingLimit(row.getObject("user_id", UUID.class), credits(row, "daily_cap"), credits(row, "monthly_cap"),
                concurrent == 0 ? OptionalInt.empty() : OptionalInt.of(concurrent), credits(row, "own_monthly_cap"),
                credits(row, "ask_above"));
    }

    private static Optional<Credits> credits(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Credits.ofMillis(millis));
    }

    /** The lower of the two monthly ones. */
    public Optional<Credits> month() {
        return ownMonthlyCap.filter(own -> monthlyCap.filter(own::isMoreThan).isEmpty()).or(() -> monthlyCap);
    }
}
