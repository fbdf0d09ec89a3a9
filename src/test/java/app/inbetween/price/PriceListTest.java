package app.inbetween.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.inbetween.database.Sql;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class PriceListTest {

    @Inject
    PriceList list;
    @Inject
    PriceBook prices;
    @Inject
    PriceHistory history;
    @Inject
    PriceConfig config;
    @Inject
    Sql sql;

    @Test
    void everyPriceOfTheListIsInForceAtTheProvidersTimesTheFactor() {
        assertThat(PriceList.shipped()).hasSize(47).allSatisfy(listed -> {
            PriceVersion first = history.of(listed.key()).stream().filter(version -> version.number() == 1).findFirst()
                    .orElseThrow();
            BigDecimal dollars = listed.cost().perSecond().amount().multiply(
                    listed.cost().perSecond().currency().equals("CNY") ? config.dollarsPerYuan() : BigDecimal.ONE);

            assertThat(first.price().perSecond().decimal()).isEqualByComparingTo(
                    dollars.multiply(config.creditsPerDollar()).setScale(3, RoundingMode.CEILING));
            assertThat(first.price().cost()).contains(listed.cost());
            assertThat(first.price().validFrom()).isEqualTo("2026-01-01T00:00:00Z");
            assertThat(first.note()).isEqualTo("Shipped with Inbetween");
            assertThat(first.setBy()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({ "wavespeed/wan-flf2v, 480p, standard, 5000, 37.5, $0.30",
            "wavespeed/wan-flf2v, 480p, standard, 5001, 56.25, $0.45",
            "wavespeed/wan-flf2v, 480p, standard, 10000, 56.25, $0.45", "wavespeed/wan-flf2v, 480p, fast, 5000, 18.75, $0.15",
            "wavespeed/wan-flf2v, 480p, fast, 10000, 28.125, $0.225", "wavespeed/wan-flf2v, 720p, standard, 5000, 50, $0.40",
            "wavespeed/wan-flf2v, 720p, standard, 10000, 75, $0.60", "wavespeed/wan-flf2v, 720p, fast, 5000, 31.25, $0.25",
            "wavespeed/wan-flf2v, 720p, fast, 10000, 46.875, $0.375",
            "wavespeed/pixverse-v5-transition, 720p, standard, 8000, 50, $0.40",
            "wavespeed/vidu-start-end, 720p, standard, 5000, 25, $0.20", "fal/kling-v3-pro, 1080p, audio, 3000, 63, $0.504",
            "dashscope/wan2.2-kf2v-flash, 1080p, standard, 5000, 42, ¥2.40",
            "fal/luma-ray-2, 720p, standard, 9000, 225, $1.80" })
    void aVideoCosts(String model, String resolution, String variant, long millis, String credits, String money) {
        Price price = prices.existing(new PriceKey(model, resolution, variant));

        assertThat(price.rate().costOf(Duration.ofMillis(millis))).hasToString(credits);
        assertThat(price.cost().orElseThrow().costOf(Duration.ofMillis(millis))).hasToString(money);
    }

    @ParameterizedTest
    @CsvSource({ "480p, 81, 25, $0.20", "480p, 82, 31.25, $0.25", "480p, 100, 31.25, $0.25", "720p, 81, 50, $0.40",
            "720p, 82, 62.5, $0.50", "720p, 100, 62.5, $0.50" })
    void falAsksAQuarterMoreForMoreThanEightyOneFrames(String resolution, int frames, String credits, String money) {
        Price price = prices.existing(PriceKey.of("fal/wan-flf2v", resolution));
        Duration length = Duration.ofSeconds(frames).dividedBy(16);

        assertThat(price.rate().costOf(length)).hasToString(credits);
        assertThat(price.cost().orElseThrow().costOf(length)).hasToString(money);
    }

    @TestFactory
    List<DynamicTest> nothingOfTheListCostsLessWhenItIsLonger() {
        return PriceList.shipped().stream().map(listed -> DynamicTest.dynamicTest(listed.key().toString(),
                () -> assertThat(list.rate(listed).tiers().isAscending()).isTrue())).toList();
    }

    @Test
    void aSecondStartChangesNothing() {
        List<PriceVersion> before = history.all();

        assertThat(list.store(PriceList.shipped(), PriceList.SINCE, PriceList.NOTE)).isZero();
        assertThat(history.all()).isEqualTo(before);
    }

    @Test
    void aPriceThatSomebodySetIsLeftAlone() {
        PriceKey key = PriceKey.of("mine/" + UUID.randomUUID(), "720p");
        sql.run("INSERT INTO price (model, resolution, version, per_second, valid_from) VALUES (?, ?, 1, 1, '2030-01-01T00:00:00Z')",
                key.model(), key.resolution());

        assertThat(store(new ListedPrice(key, new ProviderRate(Money.dollars(1), Tiers.NONE)))).isZero();
    }

    @Test
    void nodesThatStartAtOnceStoreAPriceOnce() throws Exception {
        ListedPrice listed = new ListedPrice(PriceKey.of("race/" + UUID.randomUUID(), "720p"),
                new ProviderRate(Money.dollars(70_000), Tiers.NONE));
        int stored = 0;
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        try {
            List<Future<Integer>> starts = new ArrayList<>();
            for (int node = 0; node < 8; node++) {
                starts.add(nodes.submit(() -> store(listed)));
            }
            for (Future<Integer> start : starts) {
                stored += start.get();
            }
        } finally {
            nodes.shutdown();
        }

        assertThat(stored).isEqualTo(1);
        assertThat(prices.existing(listed.key()).perSecond()).hasToString("8.75");
    }

    @Test
    void pricesFromElsewhereSayWhereTheyComeFrom() {
        ListedPrice listed = new ListedPrice(PriceKey.of("own/" + UUID.randomUUID(), "720p"),
                new ProviderRate(Money.dollars(70_000), Tiers.NONE));

        assertThat(list.store(List.of(listed), PriceList.SINCE, "From the file of models")).isOne();

        assertThat(history.of(listed.key())).extracting(PriceVersion::note).containsExactly("From the file of models");
    }

    private int store(ListedPrice listed) {
        return list.store(List.of(listed), PriceList.SINCE, PriceList.NOTE);
    }
}
