package app.inbetween.statement;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.database.Sql;
import app.inbetween.ledger.Hold;
import app.inbetween.ledger.Periods;
import app.inbetween.ledger.SpendingLimit;
import app.inbetween.ledger.SpendingLimits;
import app.inbetween.price.Credits;
import app.inbetween.price.Price;
import app.inbetween.price.PriceBook;
import app.inbetween.price.Shelf;

/** What a person can still do with their credits. */
@ApplicationScoped
class Outlook {

    static final String LATEST = """
            SELECT * FROM credit_hold WHERE user_id = ? AND amount > 0 ORDER BY created_at DESC LIMIT 1
            """;

    private static final Duration USUAL = Duration.ofSeconds(5);
    private static final String USUAL_RESOLUTION = "720p";

    /**
     * What stands at the head of a person's own statement besides the balance.
     *
     * @param reach how far what is free to spend goes, in words; may be empty
     * @param spent this month, less what was given back
     * @param limit that is next to be reached, in words; may be empty
     * @param change what the link to the person's own limits says
     */
    record Tiles(String reach, Credits spent, String limit, String change) {
    }

    @Inject
    Sql sql;
    @Inject
    PriceBook prices;
    @Inject
    Shelf shelf;
    @Inject
    SpendingLimits limits;
    @Inject
    MonthSummaries summaries;
    @Inject
    Periods periods;

    /** @param free what the person can spend */
    Tiles of(UUID user, Credits free) {
        SpendingLimit limit = limits.of(user);
        Credits spent = summaries.spent(user, periods.thisMonth());
        return new Tiles(reach(user, free), spent, most(user, limit, spent),
                limit.ownMonthlyCap().isPresent() ? "Change" : "Set a limit of your own");
    }

    private String reach(UUID user, Credits free) {
        if (!free.isPositive()) {
            return "";
        }
        Optional<Hold> latest = sql.first(LATEST, Hold::read, user).filter(hold -> shelf.has(hold.key().model()));
        Optional<String> asBefore = latest.flatMap(hold -> prices.price(hold.key()))
                .flatMap(price -> reach(price, latest.orElseThrow().length(), free));
        return asBefore.or(() -> cheapest().flatMap(price -> reach(price, USUAL, free))).orElse("");
    }

    private Optional<Price> cheapest() {
        return prices.inForce().stream().filter(price -> shelf.has(price.key().model()) && !price.rate().isFree())
                .min(Comparator.comparing((Price price) -> !price.key().resolution().equals(USUAL_RESOLUTION))
                        .thenComparing(price -> price.rate().costOf(USUAL)).thenComparing(Price::key));
    }

    /** In films of that length, because a price need not grow evenly with the length. */
    private Optional<String> reach(Price price, Duration length, Credits free) {
        if (price.rate().isFree()) {
            return Optional.empty();
        }
        double films = (double) free.millis() / price.rate().costOf(length).millis();
        long seconds = (long) (films * length.toMillis() / 1000);
        return Optional.of((seconds == 0 ? "less than 1 s" : "about " + Credits.ofMillis(seconds * 1000) + " s") + " at "
                + price.key().format() + " with " + shelf.nameOf(price.key().model()));
    }

    /** What counts towards a limit is not quite what was spent: also what is held, and by the day on which it was held. */
    private String most(UUID user, SpendingLimit limit, Credits spent) {
        Optional<Credits> cap = limit.month();
        if (cap.isEmpty()) {
            return "";
        }
        Credits used = limits.usage(user).month();
        String most = cap.equals(limit.ownMonthlyCap()) ? "your own limit of " + cap.get()
                : "the " + cap.get() + " you may spend";
        return used.equals(spent) ? "of " + most : used + " of " + most + " are used";
    }
}
