package app.inbetween.price;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import app.inbetween.database.Columns;
import app.inbetween.database.Sql;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;

/** The prices that ship with Inbetween, for models nobody has set a price for yet. */
@ApplicationScoped
class PriceList {

    static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");
    static final String NOTE = "Shipped with Inbetween";

    /** Several nodes may start at once: one of them stores a price, the others find it. */
    private static final String STORE = """
            INSERT INTO price (model, resolution, variant, version, per_second, tiers, rounding, cost_currency,
              cost_per_second, cost_tiers, valid_from, note, created_at)
            SELECT l.model, l.resolution, l.variant, 1, l.per_second, l.tiers, 'UP', l.cost_currency, l.cost_per_second,
              l.cost_tiers, ?, ?, ?
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?)
              AS l(model, resolution, variant, per_second, tiers, cost_currency, cost_per_second, cost_tiers)
            WHERE NOT EXISTS (SELECT FROM price p
              WHERE (p.model, p.resolution, p.variant) = (l.model, l.resolution, l.variant))
            ON CONFLICT DO NOTHING
            """;

    @Inject
    Sql sql;
    @Inject
    Exchange exchange;
    @Inject
    Clock clock;
    @Inject
    @Any
    Instance<PriceSource> sources;

    void start(@Observes StartupEvent event) {
        int stored = sources.stream().mapToInt(source -> store(source.prices(), SINCE, source.note())).sum()
                + store(shipped(), SINCE, NOTE);
        if (stored > 0) {
            Log.infof("Stored %d prices nobody had set yet", stored);
        }
    }

    /**
     * @param since when the prices begin
     * @return how many had no price at all until now
     */
    int store(List<ListedPrice> listed, Instant since, String note) {
        Columns<ListedPrice> columns = Columns.of(listed).text(line -> line.key().model()).text(line -> line.key().resolution())
                .text(line -> line.key().variant()).number(line -> rate(line).perSecond().millis())
                .text(line -> rate(line).tiers()).text(line -> line.cost().perSecond().currency())
                .number(line -> line.cost().perSecond().micros()).text(line -> line.cost().tiers());
        List<Object> values = new ArrayList<>(List.of(since, note, clock.instant()));
        columns.arrays().forEach(values::add);
        return sql.run(STORE, values.toArray());
    }

    /** What a listed price comes to in credits, each amount rounded up. */
    Rate rate(ListedPrice listed) {
        ProviderRate cost = listed.cost();
        Tiers tiers = cost.tiers().map(micros -> credits(cost, micros).millis());
        return new Rate(credits(cost, cost.perSecond().micros()), tiers, Rounding.UP);
    }

    private Credits credits(ProviderRate cost, long micros) {
        return exchange.toCredits(new Money(micros, cost.perSecond().currency()));
    }

    static List<ListedPrice> shipped() {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(ListedPrice.FILE)) {
            return read(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException if a line is not as it should be, saying which one and why */
    static List<ListedPrice> read(Reader file) {
        List<String> lines = new BufferedReader(file).lines().toList();
        List<ListedPrice> listed = new ArrayList<>();
        Set<PriceKey> seen = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            if (isPrice(lines.get(i))) {
                ListedPrice price = ListedPrice.parse(i + 1, lines.get(i));
                if (!seen.add(price.key())) {
                    throw new IllegalStateException(
                            ListedPrice.FILE + ", line " + (i + 1) + ": there is another price for " + price.key());
                }
                listed.add(price);
            }
        }
        return listed;
    }

    private static boolean isPrice(String line) {
        return !line.isBlank() && !line.startsWith("#") && !line.equals(ListedPrice.HEAD);
    }
}
