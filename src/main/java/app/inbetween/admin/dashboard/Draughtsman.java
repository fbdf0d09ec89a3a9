package app.inbetween.admin.dashboard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import app.inbetween.admin.dashboard.SpendChart.Bar;
import app.inbetween.admin.dashboard.SpendChart.Day;
import app.inbetween.admin.dashboard.SpendChart.Key;
import app.inbetween.price.Credits;

/** Draws one chart: works out where its bars stand. */
final class Draughtsman {

    private static final double WIDTH = 600;
    private static final double HEIGHT = 240;
    private static final double BAR_OF_SLOT = 0.65;
    private static final double GAP = 1;
    private static final double THINNEST = 0.5;
    private static final int LABELS = 5;
    private static final int FEW_DAYS = 7;

    private final Palette palette;
    private final Function<String, String> names;
    private final List<LocalDate> days;
    private final Map<LocalDate, Map<Integer, Credits>> figures;
    private final List<Key> keys;
    private final Scale scale;

    /** @param names of the models, by id */
    Draughtsman(SpendDays spending, Palette palette, LocalDate from, LocalDate to, Function<String, String> names) {
        this.palette = palette;
        this.names = names;
        days = from.datesUntil(to.plusDays(1)).toList();
        SpendDays period = spending.between(from, to);
        figures = period.parts().stream().collect(Collectors.groupingBy(SpendDays.Part::day,
                Collectors.toMap(part -> palette.seriesOf(part.model()), part -> part.tally().net(), Credits::plus)));
        keys = keys(period);
        scale = Scale.reaching(days.stream().map(this::height).reduce(Credits.ZERO, Draughtsman::higher));
    }

    SpendChart draw() {
        return new SpendChart(IntStream.range(0, days.size()).mapToObj(this::day).toList(),
                Days.span(days.get(0), days.get(days.size() - 1)), keys, scale.marks(), lines(), labels());
    }

    private List<Key> keys(SpendDays period) {
        Map<Integer, Credits> totals = new TreeMap<>();
        period.parts().forEach(part -> totals.merge(palette.seriesOf(part.model()), part.tally().net(), Credits::plus));
        return totals.entrySet().stream().map(it -> new Key(it.getKey(), name(it.getKey()), it.getValue())).toList();
    }

    private String name(int series) {
        return series == Palette.OTHERS ? "Other" : names.apply(palette.biggest().get(series - 1));
    }

    private Day day(int place) {
        LocalDate day = days.get(place);
        double slot = WIDTH / days.size();
        List<Credits> each = keys.stream().map(key -> of(day, key)).toList();
        Credits total = each.stream().reduce(Credits.ZERO, Credits::plus);
        return new Day(Days.brief(day), sentence(day, total), Days.movements(day, day), number(place * slot), number(slot),
                bars(day, place * slot, slot), each, total);
    }

    private String sentence(LocalDate day, Credits total) {
        String parts = keys.stream().filter(key -> !of(day, key).equals(Credits.ZERO))
                .map(key -> key.name() + " " + of(day, key)).collect(Collectors.joining(", "));
        String figure = total.equals(Credits.of(1)) ? "1 credit" : total + " credits";
        return Days.full(day) + ": " + figure + (parts.isEmpty() ? "" : ". " + parts);
    }

    private List<Bar> bars(LocalDate day, double left, double slot) {
        List<Bar> bars = new ArrayList<>();
        double top = HEIGHT;
        for (Key key : keys) {
            double height = scale.height(of(day, key), HEIGHT);
            if (height > 0) {
                top -= height;
                double gap = bars.isEmpty() ? 0 : GAP;
                bars.add(new Bar(key.series(), number(left + slot * (1 - BAR_OF_SLOT) / 2), number(top),
                        number(slot * BAR_OF_SLOT), number(Math.max(THINNEST, height - gap))));
            }
        }
        return bars;
    }

    private Credits of(LocalDate day, Key key) {
        return figures.getOrDefault(day, Map.of()).getOrDefault(key.series(), Credits.ZERO);
    }

    /** Of the whole stack: what was given back more than charged is no bar. */
    private Credits height(LocalDate day) {
        return figures.getOrDefault(day, Map.of()).values().stream().filter(Credits::isPositive)
                .reduce(Credits.ZERO, Credits::plus);
    }

    private static Credits higher(Credits one, Credits other) {
        return one.isMoreThan(other) ? one : other;
    }

    private List<String> lines() {
        int steps = scale.marks().size() - 1;
        return IntStream.rangeClosed(0, steps).mapToObj(i -> number(HEIGHT * i / steps)).toList();
    }

    private List<String> labels() {
        int count = days.size() <= FEW_DAYS ? days.size() : LABELS;
        return IntStream.range(0, count).mapToObj(i -> Days.brief(days.get(Math.round((days.size() - 1f) * i / (count - 1)))))
                .toList();
    }

    private static String number(double coordinate) {
        return String.format(Locale.ROOT, "%.2f", coordinate);
    }
}
