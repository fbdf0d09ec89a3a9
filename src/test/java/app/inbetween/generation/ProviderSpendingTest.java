package app.inbetween.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.inbetween.database.Sql;
import app.inbetween.generation.Studio.Person;
import app.inbetween.generation.show.ProgressWords;
import app.inbetween.notice.Notice;
import app.inbetween.notice.Notices;
import app.inbetween.price.Money;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** A provider is given no more in a day than it may cost. */
@QuarkusTest
class ProviderSpendingTest extends OpenStudio {

    private static final long DOLLAR = 1_000_000;

    private static int days;

    @Inject
    ProviderSpending budgets;
    @Inject
    ProgressWords words;
    @Inject
    Notices notices;
    @Inject
    MeterRegistry meters;
    @Inject
    Sql sql;

    private String model;

    @BeforeEach
    void aClipCostsTwoDollarsOnADayOfItsOwn() {
        clock.set(Instant.parse("2031-05-04T10:00:00Z").plus(Duration.ofDays(7L * days++)));
        model = provider.offers("costly");
        studio.price(model, 1, 1000, DOLLAR, Instant.EPOCH);
    }

    @AfterEach
    void theProviderMayCostAnythingAgain() {
        sql.run("DELETE FROM provider_budget WHERE provider = 'scripted'");
    }

    @Test
    void asManyAreSentAsTheBudgetHoldsToTheCent() {
        List<Generation> clips = asked(4);
        mayCost(4 * DOLLAR);

        studio.dispatch();
        studio.dispatch();

        assertThat(states(clips)).containsExactly(State.RUNNING, State.RUNNING, State.QUEUED, State.QUEUED);
        assertThat(budgets.used("scripted")).isEqualTo(Money.dollars(4 * DOLLAR));
        assertThat(budgets.isSpent("scripted")).isTrue();
        mayCost(6 * DOLLAR - 1);
        studio.dispatch();
        assertThat(states(clips)).endsWith(State.QUEUED, State.QUEUED);
        mayCost(6 * DOLLAR);
        studio.dispatch();
        assertThat(states(clips)).endsWith(State.RUNNING, State.QUEUED);
    }

    @Test
    void whatWasBilledTodayCountsUntilTheDayIsOver() {
        List<Generation> clips = asked(2);
        mayCost(2 * DOLLAR);
        studio.dispatch();
        later();
        studio.poll();
        assertThat(states(clips)).containsExactly(State.SUCCEEDED, State.QUEUED);

        studio.dispatch();
        assertThat(states(clips)).endsWith(State.QUEUED);
        assertThat(headline(clips.get(1))).isEqualTo("Waiting: today's budget for Scripted is used up");

        clock.advance(Duration.ofDays(1));
        studio.dispatch();
        assertThat(states(clips)).endsWith(State.RUNNING);
    }

    @Test
    void whatIsOfUnknownFateMayHaveCostSomething() {
        List<Generation> clips = asked(2);
        mayCost(2 * DOLLAR);
        provider.onSubmit = request -> new app.inbetween.provider.Submission.Unknown("no answer");

        studio.dispatch();
        studio.dispatch();

        assertThat(states(clips)).containsExactly(State.UNKNOWN, State.QUEUED);
    }

    @Test
    void whatCostsNothingIsNeverHeldBack() {
        asked(1);
        mayCost(0);
        Generation plain = studio.asks(ben);

        studio.dispatch();

        assertThat(studio.now(plain).state).isEqualTo(State.RUNNING);
        assertThat(provider.submitted).hasSize(1);
    }

    @Test
    void allDispatchersAtOnceKeepWithinIt() {
        asked(12);
        mayCost(10 * DOLLAR + 1);

        CompletableFuture.allOf(IntStream.range(0, 6).mapToObj(i -> CompletableFuture.runAsync(studio::dispatch))
                .toArray(CompletableFuture[]::new)).join();

        assertThat(provider.submitted).hasSize(5);
    }

    @Test
    void aClipThatTakesMoreThanAWholeDaySaysSo() {
        Generation clip = asked(1).get(0);
        mayCost(DOLLAR);

        assertThat(headline(clip)).isEqualTo("Waiting: Scripted may not cost as much as this takes in a day");
        mayCost(2 * DOLLAR);
        assertThat(headline(clip)).isEqualTo("Waiting, place 1 of 1");
    }

    @Test
    void administratorsAreToldOnceADay() {
        UUID ada = studio.person("ada").id();
        sql.run("UPDATE app_user SET roles = '{admin,user}' WHERE id = ?", ada);
        asked(1);
        mayCost(DOLLAR);

        studio.dispatch();
        studio.dispatch();

        assertThat(notices.of(ada)).singleElement().satisfies(notice -> {
            assertThat(notice.title()).isEqualTo("Clips wait for Scripted");
            assertThat(notice.text()).startsWith("It may cost $1.00 a day");
            assertThat(notice.href()).isEqualTo("/admin/rules");
        });
        assertThat(notices.of(ben.id())).isEmpty();
        clock.advance(Duration.ofDays(1));
        studio.dispatch();
        assertThat(notices.of(ada)).extracting(Notice::title).hasSize(2);
        sql.run("UPDATE app_user SET roles = '{}' WHERE id = ?", ada);
    }

    @Test
    void whatIsUsedIsMeasured() {
        asked(1);
        mayCost(3 * DOLLAR);
        studio.dispatch();

        assertThat(gauge("inbetween.provider.budget.used")).isEqualTo(2.0);
        assertThat(gauge("inbetween.provider.budget.limit")).isEqualTo(3.0);
    }

    private double gauge(String name) {
        return meters.get(name).tag("provider", "scripted").gauge().value();
    }

    /** By as many people, one after the other. */
    private List<Generation> asked(int clips) {
        return Stream.generate(() -> studio.person("someone")).limit(clips).map(this::asksLater).toList();
    }

    private Generation asksLater(Person person) {
        clock.advance(Duration.ofMillis(1));
        return studio.asks(person, model);
    }

    private void mayCost(long micros) {
        sql.run("""
                INSERT INTO provider_budget (provider, daily_dollar_micros) VALUES ('scripted', ?)
                ON CONFLICT (provider) DO UPDATE SET daily_dollar_micros = excluded.daily_dollar_micros
                """, micros);
    }

    private List<State> states(List<Generation> clips) {
        return clips.stream().map(clip -> studio.now(clip).state).toList();
    }

    private String headline(Generation clip) {
        return QuarkusTransaction.requiringNew().call(() -> words.headline(studio.now(clip)));
    }
}
