package app.inbetween.admin.dashboard;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import app.inbetween.price.Credits;

/**
 * Which model has which colour: the five that were charged most have one each, the others share the sixth. Decided over the
 * longest period, so that a model keeps its colour when another is looked at.
 */
record Palette(List<String> biggest) {

    static final int OTHERS = 6;

    static Palette of(SpendDays all) {
        Map<String, Credits> net = all.netByModel();
        return new Palette(net.keySet().stream().sorted(Comparator.comparing((Function<String, Credits>) net::get).reversed()
                .thenComparing(Comparator.naturalOrder())).limit(OTHERS - 1L).toList());
    }

    int seriesOf(String model) {
        int place = biggest.indexOf(model);
        return place < 0 ? OTHERS : place + 1;
    }
}
