package app.inbetween.generation.failover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import app.inbetween.budget.ProviderBudgets;
import app.inbetween.generation.Ask;
import app.inbetween.generation.Failover;
import app.inbetween.generation.Generation;
import app.inbetween.price.Money;
import app.inbetween.provider.VideoModel.Feature;
import io.quarkus.test.junit.QuarkusTest;

/** Who may stand in: what can do exactly the same, at a price within the ceiling. */
@QuarkusTest
class StandInTest extends UnderstudyWaiting {

    private static final long DOLLAR = 1_000_000;

    @Inject
    ProviderBudgets budgets;

    @AfterEach
    void theUnderstudyMayCostAnythingAgain() {
        budgets.remove("understudy");
    }

    @Test
    void nothingAboveTheCeilingIsAskedFor() {
        studio.price(model, 2, 1501, 0, clock.instant());

        Generation failed = failed(3);
        pursuit.pursueWaiting();

        assertThat(standInFor(failed)).isEmpty();
        assertThat(end(failed)).isEqualTo(Failover.NOTHING_FITS);
        assertThat(credits()).isEqualTo("100 available, 0 held, 0 spent");
    }

    @Test
    void aModelThatCannotDoExactlyTheSameIsNoStandIn() {
        understudy.clear();
        String longer = understudy.offers("longer", "tiny", Duration.ofSeconds(3), Set.of(Feature.PROMPT));
        String larger = understudy.offers("larger", "huge", Duration.ofSeconds(2), Set.of(Feature.PROMPT));
        String deaf = understudy.offers("deaf");
        understudy.offers("priceless", Feature.PROMPT);
        List.of(longer, deaf).forEach(it -> studio.price(it, 1, 100, 0, Instant.EPOCH));
        sql.run("INSERT INTO price (model, resolution, version, per_second, valid_from) VALUES (?, 'huge', 1, 100, ?)", larger,
                Instant.EPOCH);
        Generation failed = failed(3);

        pursuit.pursueWaiting();

        assertThat(end(failed)).isEqualTo(Failover.NOTHING_FITS);
    }

    @Test
    void wordsAreNeverCutForAStandIn() {
        Ask ask = studio.ask(ben, UUID.randomUUID().toString());
        Generation failed = asks(ask, withWords("x".repeat(101), ""));
        Generation refusing = asks(studio.ask(ben, UUID.randomUUID().toString()), withWords("it opens", "no text"));
        studio.dispatch();

        pursuit.pursueWaiting();

        assertThat(end(failed)).isEqualTo(Failover.NOTHING_FITS);
        assertThat(end(refusing)).isEqualTo(Failover.NOTHING_FITS);
    }

    @Test
    void anotherProviderComesFirst() {
        String same = provider.offers("same");
        studio.price(same, 1, 100, 0, Instant.EPOCH);
        Generation failed = asks(studio.ask(ben, UUID.randomUUID().toString()), withWords("", ""));
        studio.dispatch();

        pursuit.pursueWaiting();

        assertThat(standInFor(failed).orElseThrow().settings.model()).isEqualTo(model);
    }

    @Test
    void aProviderThatIsLeftAloneDoesNotStandIn() {
        sql.run("""
                INSERT INTO provider_health (provider, reason, trouble_since, opened_at, probe_at)
                VALUES ('understudy', 'PROVIDER_AUTH', now(), now(), now())""");
        Generation failed = failed(3);

        pursuit.pursueWaiting();

        assertThat(end(failed)).isEqualTo(Failover.NOTHING_FITS);
    }

    @Test
    void aProviderThatMayNotCostSoMuchTodayDoesNotStandIn() {
        studio.price(model, 2, 1500, DOLLAR, clock.instant());
        budgets.set("understudy", Money.dollars(2 * DOLLAR - 1));
        Generation failed = failed(3);

        pursuit.pursueWaiting();

        assertThat(end(failed)).isEqualTo(Failover.NOTHING_FITS);
    }

    @Test
    void whatItsBudgetJustHoldsStandsIn() {
        studio.price(model, 2, 1500, DOLLAR, clock.instant());
        budgets.set("understudy", Money.dollars(2 * DOLLAR));
        Generation failed = failed(3);

        pursuit.pursueWaiting();

        assertThat(end(failed)).isEqualTo(Failover.STOOD_IN);
    }

    @Test
    void whatCostsUsNothingStandsInThoughTheBudgetIsUsedUp() {
        budgets.set("understudy", Money.dollars(0));
        Generation failed = failed(3);

        pursuit.pursueWaiting();

        assertThat(end(failed)).isEqualTo(Failover.STOOD_IN);
    }
}
