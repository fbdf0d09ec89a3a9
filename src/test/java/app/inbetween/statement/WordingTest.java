package app.inbetween.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.inbetween.SettableClock;
import app.inbetween.account.People;
import app.inbetween.ledger.Balance;
import app.inbetween.ledger.Bookkeeper;
import app.inbetween.ledger.Entry;
import app.inbetween.ledger.Hold;
import app.inbetween.price.Credits;
import app.inbetween.price.PriceKey;
import app.inbetween.price.Rate;
import io.quarkus.qute.Engine;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class WordingTest {

    private static final Instant NOW = Instant.parse("2026-11-21T14:20:00Z");
    private static final Balance AFTER = new Balance(Credits.of(7), Credits.ZERO, Credits.ZERO, Credits.of(7));

    @Inject
    Wording wording;
    @Inject
    Days days;
    @Inject
    Statements statements;
    @Inject
    People people;
    @Inject
    Bookkeeper books;
    @Inject
    Engine engine;
    @Inject
    SettableClock clock;

    @BeforeEach
    void stopTheClock() {
        clock.set(NOW);
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource({ "HOLD, Asked for, '5 s at 720p, fast, price version 3'", "CAPTURE, Made, '5 s at 720p, fast'",
            "RELEASE, Not made: cancelled, ''" })
    void aFreeClipCostsNothingInWordsEither(Entry.Kind kind, String sentence, String detail) {
        Line line = wording.line(new Movement(1, NOW, kind, Credits.ZERO, AFTER, kind == Entry.Kind.RELEASE ? "cancelled" : "",
                Optional.empty(), Optional.of(free()), Optional.empty(), Optional.empty()));

        assertThat(line.sentence()).isEqualTo(sentence);
        assertThat(line.detail()).isEqualTo(detail);
        assertThat(line.figure()).isEqualTo("free");
        assertThat(line.isQuiet()).isTrue();
        assertThat(wording.line(free()).amount()).isEqualTo("free");
    }

    @Test
    void whatInbetweenTakesBackItselfHasNoName() {
        Line line = wording.line(new Movement(1, NOW, Entry.Kind.TAKE_BACK, Credits.of(5), AFTER, "granted twice",
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));

        assertThat(line.sentence()).isEqualTo("Taken back: granted twice");
        assertThat(line.figure()).isEqualTo("−5");
        assertThat(line.isIncoming()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "2026-11-21T00:00:00Z|Today, 00:00", "2026-11-20T23:59:00Z|Yesterday, 23:59",
            "2026-11-19T09:05:00Z|19 Nov, 09:05", "2025-11-21T14:20:00Z|21 Nov 2025, 14:20" })
    void momentsAreToldByTheDaysOfTheStudio(Instant moment, String words) {
        assertThat(days.when(moment)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "2027-01-01T00:00:00Z|31 December", "2026-12-31T14:00:00Z|31 December",
            "2027-01-01T00:00:01Z|1 January 2027" })
    void creditsCanBeUsedUntilTheLastDayBeforeTheyAreLost(Instant end, String words) {
        assertThat(days.lastDay(end)).isEqualTo(words);
    }

    @Test
    void whoeverElseReadsAStatementFindsTheSameWordsWithoutLinks() {
        UUID ben = people.register("wording ben").id;
        books.hold(ben, UUID.randomUUID(), 5, "Shot 3");
        Statement statement = statements.of(ben, "/admin/users/" + ben, Window.NEWEST);

        String seen = engine.parse("{#movements statement=statement own=false /}{#held-now list=statement.held own=false /}")
                .data("statement", statement).render();

        assertThat(Reader.text(seen)).contains("Held for Shot 3 5 s × 1 at 720p, price version 1 −5 95",
                "5 Shot 3 5 s × 1 at 720p, since 14:20");
        assertThat(seen).contains("action=\"/admin/users/" + ben + "\"").doesNotContain("/generations/");
    }

    private static Hold free() {
        return new Hold(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "Green room", Optional.empty(),
                new PriceKey("local/flow", "720p", "fast"), Duration.ofSeconds(5), Rate.perSecond(Credits.ZERO), 3,
                Optional.empty(), Credits.ZERO, Map.of(), Hold.State.CAPTURED, Credits.ZERO, Credits.ZERO, NOW);
    }
}
