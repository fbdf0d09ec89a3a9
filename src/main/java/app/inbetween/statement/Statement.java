package app.inbetween.statement;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import app.inbetween.ledger.Balance;
import app.inbetween.ledger.Hold;
import app.inbetween.price.Credits;
import app.inbetween.web.Slice;

/**
 * What became of a person's credits, as it was at one moment.
 *
 * @param path of the page that shows it
 * @param zone whose days and months these are
 * @param expiring what can be lost, soonest first
 * @param held for work under way, oldest first
 * @param months in which something moved, newest first
 * @param page of the movements, newest first
 * @param range of all that the pages show
 * @param summary of the month that was asked for
 */
public record Statement(String path, String zone, Window window, Balance balance, List<Expiry> expiring, List<Held> held,
        List<YearMonth> months, Slice<Line> page, Range range, Optional<MonthSummary> summary) {

    /**
     * Credits that can be lost.
     *
     * @param day the last one on which they can be used, in words
     */
    public record Expiry(Credits amount, String day) {
    }

    /**
     * What is set aside for a clip.
     *
     * @param since in words
     */
    public record Held(Hold hold, String since) {

        public String amount() {
            return hold.amount().equals(Credits.ZERO) ? "free" : hold.amount().toString();
        }
    }

    /** A choice in the list of months; all of them have the empty value. */
    public record Choice(String value, String label, boolean chosen) {
    }

    /** The month that is shown is among them, even if nothing moved in it. */
    public List<Choice> choices() {
        List<Choice> choices = new ArrayList<>(List.of(new Choice("", "All months", window.month().isEmpty())));
        window.month().filter(month -> !months.contains(month)).map(this::choice).ifPresent(choices::add);
        months.stream().map(this::choice).forEach(choices::add);
        return choices;
    }

    private Choice choice(YearMonth month) {
        return new Choice(month.toString(), Days.name(month), window.month().filter(month::equals).isPresent());
    }

    public boolean isNewest() {
        return range.size() == 0 || window.before() >= range.beyond();
    }

    /** Such as {@code 26 to 50 of 61 movements in November 2026}; empty where all are shown. */
    public String position() {
        if (page.items().isEmpty() || page.items().size() == range.size()) {
            return "";
        }
        long first = range.beyond() - page.items().get(0).movement().seq();
        return first + " to " + (first + page.items().size() - 1) + " of " + range.size() + " movements"
                + window.month().map(month -> " in " + Days.name(month)).orElse("");
    }

    /** What to say where there is nothing to show. */
    public String nothing() {
        if (range.size() > 0) {
            return "There is nothing older.";
        }
        return window.month().map(month -> "Nothing moved in " + Days.name(month) + ".").orElse("Nothing has moved yet.");
    }

    public String newestPath() {
        return address(path, window.month().map(month -> "month=" + month));
    }

    /** Empty on the last page. */
    public Optional<String> older() {
        return page.next().map(before -> address(path, window.month().map(month -> "month=" + month),
                Optional.of("before=" + before)));
    }

    /** The same as a file. */
    public String csv() {
        return address(path + "/statement.csv", window.month().map(month -> "month=" + month));
    }

    @SafeVarargs
    private static String address(String path, Optional<String>... parts) {
        List<String> query = Stream.of(parts).flatMap(Optional::stream).toList();
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }
}
