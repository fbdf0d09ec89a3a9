package app.inbetween.ledger;

import java.util.Optional;

import app.inbetween.price.Credits;

/** Keeps one person within their limits while their account is locked. */
final class SpendingGuard {

    private final SpendingLimit limit;
    private final String nextDay;
    private final String nextMonth;
    private SpendingLimits.Usage usage;

    SpendingGuard(SpendingLimit limit, SpendingLimits.Usage usage, String nextDay, String nextMonth) {
        this.limit = limit;
        this.usage = usage;
        this.nextDay = nextDay;
        this.nextMonth = nextMonth;
    }

    /** @throws LimitExceededException if it would be too much */
    void require(Credits amount) {
        require(limit.dailyCap(), usage.day(), amount, "today", nextDay);
        require(limit.month(), usage.month(), amount, "this month", nextMonth);
    }

    void spend(Credits amount) {
        usage = usage.plus(amount);
    }

    private static void require(Optional<Credits> cap, Credits used, Credits amount, String period, String next) {
        if (cap.filter(most -> used.plus(amount).isMoreThan(most)).isPresent()) {
            throw new LimitExceededException("This takes " + amount + " credits, and of the " + cap.get() + " you may spend "
                    + period + ", " + used + " are used. The count begins again " + next + ".");
        }
    }
}
