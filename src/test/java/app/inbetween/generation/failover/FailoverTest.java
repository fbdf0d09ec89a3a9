package app.inbetween.generation.failover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import app.inbetween.account.User;
import app.inbetween.database.Sql;
import app.inbetween.generation.Ask;
import app.inbetween.generation.Failover;
import app.inbetween.generation.Generation;
import app.inbetween.generation.GenerationChanged;
import app.inbetween.generation.OpenStudio;
import app.inbetween.generation.Settings;
import app.inbetween.generation.State;
import app.inbetween.generation.Terms;
import app.inbetween.generation.UnderstudyProvider;
import app.inbetween.ledger.SpendingLimit;
import app.inbetween.ledger.SpendingLimits;
import app.inbetween.price.Credits;
import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.RemoteStatus;
import app.inbetween.provider.Submission;
import app.inbetween.provider.VideoModel.Feature;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** Another model tries, once for each failure, only where that was wanted and nothing was billed. The clip costs 2 credits. */
@QuarkusTest
class FailoverTest extends OpenStudio {

    private static final Set<Reason> THEIRS = EnumSet.of(Reason.PROVIDER_AUTH, Reason.PROVIDER_BALANCE, Reason.RATE_LIMITED,
            Reason.CONCURRENCY_LIMIT, Reason.PROVIDER_TRANSIENT, Reason.PROVIDER_FAILED, Reason.TIMEOUT, Reason.LOST,
            Reason.CANCELLED, Reason.RESULT_EXPIRED);

    @Inject
    Pursuit pursuit;
    @Inject
    UnderstudyProvider understudy;
    @Inject
    SpendingLimits limits;
    @Inject
    Sql sql;

    private String model;

    @BeforeEach
    void anUnderstudyWaits() {
        sql.run("UPDATE generation SET failover = 'WITHDRAWN' WHERE failover = 'WANTED'");
        understudy.clear();
        model = offers("one", 1500, Feature.PROMPT);
        provider.onSubmit = request -> rejected(Reason.PROVIDER_TRANSIENT, Billing.NOT_BILLED);
    }

    @AfterEach
    void itLeaves() {
        understudy.clear();
    }

    @Test
    void anotherModelDrawsTheSameAndOnlyThatIsCharged() {
        Generation failed = failed(3);
        assertThat(credits()).as("what the first one held is back").isEqualTo("100 available, 0 held, 0 spent");

        pursuit.pursueWaiting();
        Generation standIn = standInFor(failed).orElseThrow();
        assertThat(credits()).isEqualTo("97 available, 3 held, 0 spent");
        finish();

        assertThat(standIn.settings.model()).isEqualTo(model);
        assertThat(standIn.settings.prompt()).isEqualTo(failed.settings.prompt());
        assertThat(standIn.settings.durationMillis()).isEqualTo(failed.settings.durationMillis());
        assertThat(standIn.settings.resolution()).isEqualTo(failed.settings.resolution());
        assertThat(standIn.settings.frameRate()).as("it makes no other").isEqualTo(25);
        assertThat(List.of(standIn.firstFrame, standIn.lastFrame)).isEqualTo(List.of(failed.firstFrame, failed.lastFrame));
        assertThat(studio.now(standIn).state).isEqualTo(State.SUCCEEDED);
        assertThat(end(failed)).isEqualTo(Failover.STOOD_IN);
        assertThat(studio.now(failed).state).isEqualTo(State.FAILED);
        assertThat(credits()).isEqualTo("97 available, 0 held, 3 spent");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void onlyWhatIsTheProvidersOwnAndCertainlyUnbilledIsMadeGood(Reason reason) {
        for (Billing billing : Billing.values()) {
            provider.onSubmit = request -> new Submission.Accepted("job");
            provider.onStatus = job -> new RemoteStatus.Failed(new Failure(reason, billing, "oops"));
            Generation failed = asks(3);
            studio.dispatch();
            later();
            studio.poll();

            pursuit.pursueWaiting();

            boolean expected = THEIRS.contains(reason) && billing == Billing.NOT_BILLED;
            assertThat(standInFor(failed).isPresent()).as(reason + " " + billing).isEqualTo(expected);
            assertThat(end(failed)).isEqualTo(expected ? Failover.STOOD_IN : Failover.UNSUITABLE);
        }
    }

    @Test
    void aFailureOnTheWayIsMadeGoodToo() {
        provider.onSubmit = request -> new Submission.Accepted("job");
        provider.onStatus = job -> new RemoteStatus.Failed(new Failure(Reason.PROVIDER_FAILED, Billing.NOT_BILLED, "oops"));
        Generation failed = asks(3);
        studio.dispatch();
        later();
        studio.poll();

        pursuit.pursueWaiting();

        assertThat(standInFor(failed)).isPresent();
    }

    @Test
    void nothingIsTriedUnlessItIsWanted() {
        Generation failed = studio.asks(ben);
        studio.dispatch();

        pursuit.pursue(failed.id);
        pursuit.pursueWaiting();

        assertThat(standInFor(failed)).isEmpty();
        assertThat(end(failed)).isEqualTo(Failover.UNWANTED);
    }

    @Test
    void whatThePersonCancelledStaysCancelled() {
        Generation waiting = asks(3);
        studio.cancel(waiting);
        Generation failed = failed(3);
        sql.run("UPDATE generation SET cancel_requested_at = now() WHERE id = ?", failed.id);

        pursuit.pursue(waiting.id);
        pursuit.pursueWaiting();

        assertThat(studio.now(waiting).state).isEqualTo(State.CANCELLED);
        assertThat(standInFor(waiting)).isEmpty();
        assertThat(standInFor(failed)).isEmpty();
        assertThat(end(failed)).isEqualTo(Failover.UNSUITABLE);
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
    void theLineEndsAfterTwoAndNoModelIsTriedTwice() {
        offers("two", 1400, Feature.PROMPT);
        offers("three", 1300, Feature.PROMPT);
        understudy.onSubmit = request -> rejected(Reason.PROVIDER_FAILED, Billing.NOT_BILLED);
        Generation first = failed(3);

        pursuit.pursueWaiting();
        Generation second = standInFor(first).orElseThrow();
        studio.dispatch();
        pursuit.pursueWaiting();
        Generation third = standInFor(second).orElseThrow();
        studio.dispatch();
        pursuit.pursueWaiting();

        assertThat(Set.of(first.settings.model(), second.settings.model(), third.settings.model())).hasSize(3);
        assertThat(standInFor(third)).isEmpty();
        assertThat(end(third)).isEqualTo(Failover.LAST_IN_LINE);
        assertThat(credits()).isEqualTo("100 available, 0 held, 0 spent");
    }

    @Test
    void whoeverPursuesAtOnceFindsTheSameStandIn() {
        Generation failed = failed(3);
        CountDownLatch start = new CountDownLatch(1);

        List<CompletableFuture<Void>> racers = IntStream.range(0, 8).mapToObj(i -> CompletableFuture.runAsync(() -> {
            await(start);
            if (i % 2 == 0) {
                pursuit.pursue(failed.id);
            } else {
                pursuit.pursueWaiting();
            }
        })).toList();
        start.countDown();
        racers.forEach(CompletableFuture::join);

        assertThat(standIns(failed)).isEqualTo(1);
        assertThat(end(failed)).isEqualTo(Failover.STOOD_IN);
        assertThat(credits()).isEqualTo("97 available, 3 held, 0 spent");
    }

    @Test
    void twoWhoPreferDifferentModelsStillAskForOneClip() {
        Generation failed = failed(3);
        pursuit.pursueWaiting();
        String asked = standInFor(failed).orElseThrow().settings.model();
        offers("better", 100, Feature.PROMPT);
        // As if another node had not yet seen the first one's clip when it decided.
        sql.run("UPDATE generation SET failover = 'WANTED' WHERE id = ?", failed.id);
        sql.run("UPDATE generation SET stands_in_for = NULL WHERE stands_in_for = ?", failed.id);

        pursuit.pursueWaiting();

        assertThat(end(failed)).isEqualTo(Failover.STOOD_IN);
        assertThat(clipsOf(asked)).isEqualTo(1);
        assertThat(credits()).isEqualTo("97 available, 3 held, 0 spent");
    }

    @Test
    void aNodeThatDiedBeforeItAskedLosesNothing() {
        Generation failed = failed(3);

        assertThat(end(failed)).as("nobody has heard of it").isEqualTo(Failover.WANTED);
        pursuit.pursueWaiting();

        assertThat(standIns(failed)).isEqualTo(1);
    }

    @Test
    void aNodeThatDiedAfterItAskedDoesNotAskTwice() {
        Generation failed = failed(3);
        pursuit.pursueWaiting();
        sql.run("UPDATE generation SET failover = 'WANTED' WHERE id = ?", failed.id);

        pursuit.pursueWaiting();
        pursuit.pursueWaiting();

        assertThat(standIns(failed)).isEqualTo(1);
        assertThat(end(failed)).isEqualTo(Failover.STOOD_IN);
    }

    @Test
    void theNewsOfAFailureIsHeardOutsideTests() {
        Generation failed = failed(3);

        pursuit.hear(new GenerationChanged(failed.id, failed.owner, State.FAILED));

        assertThat(end(failed)).as("tests sweep themselves").isEqualTo(Failover.WANTED);
        pursuit.soon(failed.id).join();
        assertThat(end(failed)).isEqualTo(Failover.STOOD_IN);
    }

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

    private String offers(String name, long millicredits, Feature... features) {
        String id = understudy.offers(name, features);
        studio.price(id, 1, millicredits, 0, Instant.EPOCH);
        return id;
    }

    private Generation failed(int ceiling) {
        Generation clip = asks(ceiling);
        studio.dispatch();
        assertThat(studio.now(clip).state).isEqualTo(State.FAILED);
        return clip;
    }

    private Generation asks(int ceiling) {
        Ask ask = studio.ask(ben, UUID.randomUUID().toString());
        return generations.ask(new Ask(ask.owner(), ask.key(), ask.title(), ask.firstFrame(), ask.lastFrame(), ask.settings(),
                ask.quote(), Terms.of(Optional.empty(), Optional.of(Credits.of(ceiling)))));
    }

    private Generation asks(Ask ask, UnaryOperator<Settings> words) {
        return generations.ask(new Ask(ask.owner(), ask.key(), ask.title(), ask.firstFrame(), ask.lastFrame(),
                words.apply(ask.settings()), ask.quote(), Terms.of(Optional.empty(), Optional.of(Credits.of(3)))));
    }

    private static UnaryOperator<Settings> withWords(String prompt,
            String negative) {
        return it -> new Settings(it.model(), it.resolution(), it.width(), it.height(),
                it.durationMillis(), it.frameRate(), it.easing(), prompt, negative, it.seed());
    }

    private void finish() {
        studio.dispatch();
        later();
        studio.poll();
    }

    private static Submission rejected(Reason reason, Billing billing) {
        return new Submission.Rejected(new Failure(reason, billing, "as scripted"));
    }

    private Failover end(Generation clip) {
        return studio.now(clip).terms.failover;
    }

    private Optional<Generation> standInFor(Generation failed) {
        return QuarkusTransaction.requiringNew().call(() -> Generation.standInFor(failed.id));
    }

    private long standIns(Generation failed) {
        return sql.one("SELECT count(*) FROM generation WHERE stands_in_for = ?", row -> row.getLong(1), failed.id);
    }

    private long clipsOf(String model) {
        return sql.one("SELECT count(*) FROM generation WHERE model = ?", row -> row.getLong(1), model);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
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
}
