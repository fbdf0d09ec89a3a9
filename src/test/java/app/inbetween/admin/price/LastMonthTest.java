package app.inbetween.admin.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.inbetween.SettableClock;
import app.inbetween.account.People;
import app.inbetween.admin.price.Reckoning.Line;
import app.inbetween.database.Sql;
import app.inbetween.ledger.Grant;
import app.inbetween.ledger.Hold;
import app.inbetween.ledger.Ledger;
import app.inbetween.ledger.LedgerAssertions;
import app.inbetween.ledger.ProviderCosts;
import app.inbetween.price.Credits;
import app.inbetween.price.Money;
import app.inbetween.price.PriceKey;
import app.inbetween.price.Proposal;
import app.inbetween.price.ProviderRate;
import app.inbetween.price.Quotes;
import app.inbetween.price.Rate;
import app.inbetween.price.Tiers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class LastMonthTest {

    private static final Instant OCTOBER = Instant.parse("2026-10-01T00:00:00Z");
    private static final Instant NOVEMBER = Instant.parse("2026-11-01T00:00:00Z");

    @Inject
    LastMonth lastMonth;
    @Inject
    Ledger ledger;
    @Inject
    ProviderCosts costs;
    @Inject
    Quotes quotes;
    @Inject
    People people;
    @Inject
    Sql sql;
    @Inject
    SettableClock clock;

    private PriceKey key;
    private UUID user;

    /** Seven credits per second. */
    @BeforeEach
    void setAPrice() {
        clock.set(Instant.parse("2026-09-01T00:00:00Z"));
        key = PriceKey.of("month/" + UUID.randomUUID(), "720p");
        sql.run("INSERT INTO price (model, resolution, version, per_second, valid_from) VALUES (?, ?, 1, 7000, '2026-01-01T00:00:00Z')",
                key.model(), key.resolution());
        user = people.register("ben").id;
        ledger.grant(Grant.of(user, Credits.of(1000), "for tests", UUID.randomUUID().toString()));
    }

    @AfterEach
    void theBooksAreInOrder() {
        clock.reset();
        LedgerAssertions.assertNoViolations();
    }

    @Test
    void whatWasChargedIsReckonedAnewByLength() {
        video(OCTOBER, 5, 35, "0.275");
        video(NOVEMBER.minusMillis(1), 5, 35, "0.275");
        video(OCTOBER, 10, 35, "0.30");

        Reckoning october = at("10");

        assertThat(october.month()).isEqualTo("October 2026");
        assertThat(october.lines()).extracting(Line::seconds).containsExactly("5 s", "10 s");
        assertLine(october.lines().get(0), 2, "70", "100", "+30");
        assertLine(october.lines().get(1), 1, "35", "50", "+15");
        assertLine(october.total(), 3, "105", "150", "+45");
        assertThat(october.total().charged().cost().cents()).isEqualTo("$0.85");
        assertThat(october.total().proposed().cost().cents()).isEqualTo("$1.10");
        assertThat(october.total().charged().margin()).isEqualTo("19 %");
        assertThat(october.total().proposed().margin()).isEqualTo("27 %");
    }

    @Test
    void onlyWhatWasChargedInThatMonthCounts() {
        video(OCTOBER.minusMillis(1), 5, 35, "0");
        video(NOVEMBER, 5, 35, "0");
        hold(5);

        assertThat(at("10").isEmpty()).isTrue();
    }

    @Test
    void aLowerPriceIsADifferenceBelowZero() {
        video(OCTOBER, 5, 35, "0");

        assertThat(at("6").total().difference().signed()).isEqualTo("−5");
        assertThat(at("6").total().charged().margin()).isEqualTo("–");
    }

    private static void assertLine(Line line, int videos, String charged, String proposed, String difference) {
        assertThat(line.videos()).isEqualTo(videos);
        assertThat(line.charged().credits()).hasToString(charged);
        assertThat(line.proposed().credits()).hasToString(proposed);
        assertThat(line.difference().signed()).isEqualTo(difference);
    }

    /** In the middle of November. */
    private Reckoning at(String perSecond) {
        clock.set(NOVEMBER.plus(Duration.ofDays(15)));
        ProviderRate cost = new ProviderRate(Money.dollars(55_000), Tiers.NONE);
        return lastMonth.at(new Proposal(key, Rate.perSecond(Credits.parse(perSecond).orElseThrow()), false, Optional.of(cost),
                clock.instant().atZone(ZoneOffset.UTC), "why", false));
    }

    private void video(Instant charged, int seconds, int captured, String billed) {
        clock.set(charged);
        Hold hold = hold(seconds);
        QuarkusTransaction.requiringNew().run(() -> {
            Hold done = ledger.capture(hold.generation(), Credits.of(captured), "");
            costs.record(done, Money.of(new BigDecimal(billed), Money.DOLLARS));
        });
    }

    private Hold hold(int seconds) {
        return QuarkusTransaction.requiringNew().call(() -> ledger.hold(user, UUID.randomUUID(),
                quotes.give(user, key, Duration.ofSeconds(seconds)), "Shot 3"));
    }
}
