package app.inbetween.generation.create;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.generation.create.Means.Cap;
import app.inbetween.ledger.Ledger;
import app.inbetween.ledger.Periods;
import app.inbetween.ledger.SpendingLimit;
import app.inbetween.ledger.SpendingLimits;
import app.inbetween.ledger.SpendingLimits.Usage;
import app.inbetween.price.Credits;

/** Looks into people's wallets before they press, so that they need not press to learn that they may not. */
@ApplicationScoped
class Wallets {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);

    @Inject
    Ledger ledger;
    @Inject
    SpendingLimits limits;
    @Inject
    Periods periods;

    Means of(UUID user) {
        SpendingLimit limit = limits.of(user);
        List<Cap> caps = new ArrayList<>();
        Optional<Credits> own = limit.ownMonthlyCap().filter(it -> limit.monthlyCap().filter(it::isMoreThan).isEmpty());
        Optional<Credits> month = own.or(limit::monthlyCap);
        if (limit.dailyCap().isPresent() || month.isPresent()) {
            Usage usage = limits.usage(user);
            limit.dailyCap().ifPresent(most -> caps.add(new Cap(most, usage.day(), "today", "tomorrow", false)));
            month.ifPresent(most -> caps.add(new Cap(most, usage.month(), "this month", "on " + nextMonth(), own.isPresent())));
        }
        return new Means(ledger.balance(user).available(), caps);
    }

    private String nextMonth() {
        return periods.thisMonth().plusMonths(1).atDay(1).format(DAY);
    }
}
