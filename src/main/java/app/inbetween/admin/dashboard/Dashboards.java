package app.inbetween.admin.dashboard;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.ledger.Periods;

/** Puts the page together. */
@ApplicationScoped
class Dashboards {

    static final int USUAL = 30;

    private static final List<Integer> LENGTHS = List.of(7, USUAL, 90);
    private static final int MOST_SPENDERS = 10;

    @Inject
    Periods periods;
    @Inject
    Spending spending;
    @Inject
    Tiles tiles;
    @Inject
    Concerns concerns;
    @Inject
    Paces paces;
    @Inject
    PriceLines prices;
    @Inject
    BookState books;
    @Inject
    ModelNames names;

    /** @param wanted number of days, as it stands in the address */
    Dashboard showing(String wanted) {
        int days = length(wanted);
        // The longest period reaches further back than the first of last month.
        SpendDays quarter = last(LENGTHS.get(LENGTHS.size() - 1));
        Optional<BookState.Check> check = books.newest();
        Concerns.All open = concerns.now(check);
        return new Dashboard(Days.month(periods.thisMonth()) + " so far. " + books.words(check), tiles.all(quarter),
                LENGTHS.stream().map(length -> new Dashboard.Period(length, length == days)).toList(), chart(quarter, days),
                open.shown(), open.total(), spending.most(periods.thisMonth(), MOST_SPENDERS), paces.all(),
                prices.of(quarter));
    }

    /** What was charged on the newest days, up to today. */
    SpendDays last(int days) {
        return spending.days(periods.today().minusDays(days - 1L), periods.today());
    }

    static int length(String wanted) {
        return LENGTHS.stream().filter(length -> length.toString().equals(wanted)).findFirst().orElse(USUAL);
    }

    private SpendChart chart(SpendDays quarter, int days) {
        LocalDate today = periods.today();
        return new Draughtsman(quarter, Palette.of(quarter), today.minusDays(days - 1L), today, names::of).draw();
    }
}
