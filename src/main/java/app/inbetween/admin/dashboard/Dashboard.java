package app.inbetween.admin.dashboard;

import java.util.List;

/**
 * Everything the page shows.
 *
 * @param lead the month and the state of the books, in words
 * @param periods of the chart that can be chosen
 * @param concerns what needs attention, the gravest of each sort
 * @param concernCount how many there are
 */
public record Dashboard(String lead, List<Tile> tiles, List<Period> periods, SpendChart chart, List<Concern> concerns,
        int concernCount, List<Spending.Spender> spenders, List<Pace> paces, List<PriceLine> prices) {

    /** A number of days that the chart may cover. */
    public record Period(int days, boolean chosen) {
    }

    /** How many days are shown. */
    public int days() {
        return periods.stream().filter(Period::chosen).findFirst().orElseThrow().days();
    }
}
