package app.inbetween.generation.failover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import app.inbetween.account.User;
import app.inbetween.generation.Failover;
import app.inbetween.generation.Generation;
import app.inbetween.ledger.SpendingLimit;
import app.inbetween.ledger.SpendingLimits;
import app.inbetween.price.Credits;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** Nobody pays for a stand-in what they could not, or would not, have paid themselves. */
@QuarkusTest
class FailoverMeansTest extends UnderstudyWaiting {

    @Inject
    SpendingLimits limits;

    @Test
    void whoHasTooFewCreditsIsToldSo() {
        Generation failed = failed(3);
        for (int i = 0; i < 49; i++) {
            studio.asks(ben);
        }
        assertThat(credits()).isEqualTo("2 available, 98 held, 0 spent");

        pursuit.pursueWaiting();

        assertThat(end(failed)).isEqualTo(Failover.NO_CREDITS);
        assertThat(standInFor(failed)).isEmpty();
    }

    @Test
    void aPriceThePersonWantsToBeAskedAboutIsNotAgreedToForThem() {
        limits.setOwn(ben.id(), Optional.empty(), Optional.of(Credits.ofMillis(2500)));
        Generation failed = failed(3);
        pursuit.pursueWaiting();

        assertThat(end(failed)).isEqualTo(Failover.ASK_FIRST);
        limits.setOwn(ben.id(), Optional.empty(), Optional.empty());
    }

    @Test
    void aLimitOnSpendingHoldsForStandInsToo() {
        limits.set(new SpendingLimit(ben.id(), Optional.of(Credits.ofMillis(2500)), Optional.empty(),
                OptionalInt.empty(), Optional.empty(), Optional.empty()));
        Generation failed = failed(3);
        pursuit.pursueWaiting();

        assertThat(end(failed)).isEqualTo(Failover.NOT_ALLOWED);
        limits.set(new SpendingLimit(ben.id(), Optional.empty(), Optional.empty(), OptionalInt.empty(),
                Optional.empty(), Optional.empty()));
    }

    @Test
    void whoMayNotUseTheStudioAnyMorePaysForNoStandIn() {
        Generation failed = failed(3);
        QuarkusTransaction.requiringNew().run(() -> User.<User> findById(ben.id()).deactivate(clock.instant()));

        pursuit.pursueWaiting();

        assertThat(end(failed)).isEqualTo(Failover.WITHDRAWN);
        QuarkusTransaction.requiringNew().run(() -> User.<User> findById(ben.id()).activate());
    }

    @Test
    void whoInheritsAFailedClipPaysForNoStandIn() {
        Generation failed = failed(3);
        UUID heir = studio.person("heir").id();
        sql.run("UPDATE generation SET owner = ? WHERE id = ?", heir, failed.id);

        pursuit.pursueWaiting();

        assertThat(end(failed)).isEqualTo(Failover.WITHDRAWN);
        sql.run("UPDATE generation SET owner = ? WHERE id = ?", ben.id(), failed.id);
    }
}
