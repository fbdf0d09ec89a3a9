package app.inbetween.provider.catalog;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import app.inbetween.provider.AskedPrice;
import app.inbetween.provider.Option;
import app.inbetween.provider.VideoModel;

/** What a model costs, where its entry says so. */
final class PriceReader {

    private static final List<String> CURRENCIES = List.of("USD", "CNY");

    private final Fields fields;
    private final VideoModel model;
    private final List<AskedPrice> prices = new ArrayList<>();

    PriceReader(Fields fields, VideoModel model) {
        this.fields = fields;
        this.model = model;
    }

    List<AskedPrice> read() {
        fields.each("price").forEach(this::read);
        return List.copyOf(prices);
    }

    private void read(Fields price) {
        AskedPrice read = new AskedPrice(model.id(), one(price, "resolution", model.resolutions()), variant(price),
                amount(price, "per-second"), tiers(price), one(price, "currency", CURRENCIES));
        price.nothingElse();
        if (prices.stream().anyMatch(it -> it.resolution().equals(read.resolution()) && it.variant().equals(read.variant()))) {
            throw price.problem("resolution", read.resolution() + " (" + read.variant() + ") has a price already.");
        }
        prices.add(read);
    }

    private String variant(Fields price) {
        List<String> variants = Stream.concat(Stream.of(VideoModel.STANDARD), model.options().stream()
                .map(option -> option instanceof Option.Toggle toggle ? toggle.variant().orElse(null) : null)
                .filter(Objects::nonNull)).toList();
        Optional<String> variant = price.maybeText("variant");
        return variant.isPresent() ? one(price, "variant", variants) : VideoModel.STANDARD;
    }

    private static String one(Fields price, String name, List<String> of) {
        String value = price.text(name);
        if (!of.contains(value)) {
            throw price.problem(name, "should be one of " + String.join(", ", of) + ", not " + value + ".");
        }
        return value;
    }

    private static Map<Duration, BigDecimal> tiers(Fields price) {
        Map<Duration, BigDecimal> tiers = new LinkedHashMap<>();
        price.maybeFields("tiers").ifPresent(it -> it.names().forEach(name -> {
            if (!name.matches("[1-9]\\d{0,3}(\\.\\d{1,3})?")) {
                throw it.problem(name, "should be a length in seconds.");
            }
            tiers.put(Duration.ofMillis(new BigDecimal(name).movePointRight(3).longValueExact()), amount(it, name));
        }));
        return tiers;
    }

    private static BigDecimal amount(Fields fields, String name) {
        BigDecimal amount = fields.number(name);
        if (amount.signum() <= 0 || amount.stripTrailingZeros().scale() > 6 || amount.precision() - amount.scale() > 6) {
            throw fields.problem(name, "should be an amount above zero with up to six decimals.");
        }
        return amount;
    }
}
