package app.inbetween.budget;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import app.inbetween.ledger.Balance;
import app.inbetween.ledger.CreditsMoved;
import app.inbetween.notice.Notices;
import app.inbetween.notice.Tone;
import app.inbetween.price.Credits;

/** Tells people that their credits run low, in the transaction that makes them so. */
@ApplicationScoped
class LowBalance {

    private static final String KEY = "low-balance:";

    @Inject
    Notices notices;
    @Inject
    BudgetConfig config;

    void watch(@Observes CreditsMoved news) {
        Credits before = news.before().available();
        Credits after = news.after().available();
        if (lowestBetween(before, after).isPresent()) {
            notices.takeBack(news.user(), KEY);
        }
        lowestBetween(after, before).ifPresent(threshold -> tell(news, threshold));
    }

    private void tell(CreditsMoved news, Credits threshold) {
        notices.takeBack(news.user(), KEY);
        notices.tell(news.user(), key(threshold, news.after()), Tone.WARN, left(news.after().available()),
                "Ask for more before you run out.", "/credits/requests");
    }

    /** The lowest threshold that one has reached and the other is above. */
    private Optional<Credits> lowestBetween(Credits low, Credits high) {
        List<Integer> thresholds = config.lowBalance();
        return thresholds.stream().map(Credits::of)
                .filter(threshold -> !low.isMoreThan(threshold) && high.isMoreThan(threshold)).min(Credits::compareTo);
    }

    /**
     * Whoever put the notice away is not told again while credits are only held and returned: something has to be given or
     * spent in between.
     */
    private static String key(Credits threshold, Balance balance) {
        return KEY + threshold.millis() + ":" + balance.granted().millis() + ":" + balance.spent().millis();
    }

    private static String left(Credits available) {
        if (!available.isPositive()) {
            return "You have no credits left";
        }
        return "You have " + available + (available.equals(Credits.of(1)) ? " credit" : " credits") + " left";
    }
}
