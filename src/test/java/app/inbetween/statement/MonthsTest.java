package app.inbetween.statement;

import static app.inbetween.statement.Reader.html;
import static app.inbetween.statement.Reader.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

import jakarta.inject.Inject;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import app.inbetween.SettableClock;
import app.inbetween.account.People;
import app.inbetween.ledger.Bookkeeper;
import app.inbetween.ledger.Correction;
import app.inbetween.ledger.Grant;
import app.inbetween.ledger.Hold;
import app.inbetween.ledger.Ledger;
import app.inbetween.ledger.LedgerAssertions;
import app.inbetween.ledger.RefundRefusedException;
import app.inbetween.price.Credits;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** The months of a statement: what is shown adds up to the balance, always. */
@QuarkusTest
class MonthsTest {

    @Inject
    People people;
    @Inject
    Ledger ledger;
    @Inject
    Bookkeeper books;
    @Inject
    Statements statements;
    @Inject
    SettableClock clock;

    @AfterEach
    void resetTheClock() {
        clock.reset();
        LedgerAssertions.assertNoViolations();
    }

    @Test
    @TestSecurity(user = "months ben")
    void aMonthIsSummedUpFromItsStartToItsEnd() {
        clock.set(Instant.parse("2026-09-30T23:59:00Z"));
        UUID me = people.signedInAs("months ben").id;
        UUID early = UUID.randomUUID();
        books.hold(me, early, 10, "Begun in September");
        clock.set(Instant.parse("2026-11-02T10:00:00Z"));
        books.capture(early, Credits.of(10), "");
        ledger.refund(early, Correction.of(Credits.of(4), "last frame missed", UUID.randomUUID().toString()));
        ledger.grant(Grant.of(me, Credits.of(50), "More", UUID.randomUUID().toString()));
        books.hold(me, UUID.randomUUID(), 30, "Still held");

        assertThat(page("/credits?month=2026-11")).contains(" 114 credits ")
                .contains("Free at the start 90 Granted +50 Given back +4 Spent −10 Held at the end and not at the start −20 "
                        + "Free now 114")
                .containsPattern("Model Clips Credits \\S.* 1 6 Spent, less what was given back 1 6 ")
                .contains("Spent on Begun in September").doesNotContain("Held for Begun in September", "Welcome");
        assertThat(page("/credits?month=2026-09")).contains("Free at the start 0 Granted +100 "
                + "Held at the end and not at the start −10 Free at the end 90", "Held for Begun in September");
        assertThat(page("/credits?month=2026-10")).contains("Free at the start 90 Free at the end 90",
                "Nothing moved in October 2026.");
        assertThat(html("/credits?month=2026-11")).contains("<option value=\"2026-11\" selected>November 2026</option>",
                "<option value=\"2026-09\">September 2026</option>").doesNotContain("October");
        assertThat(page("/credits?month=")).contains("Welcome to Inbetween");
    }

    @Test
    @TestSecurity(user = "months pages")
    void theOlderMovementsOfAMonthAreOfThatMonthToo() {
        clock.set(Instant.parse("2026-10-05T10:00:00Z"));
        UUID me = people.signedInAs("months pages").id;
        clock.set(Instant.parse("2026-11-05T10:00:00Z"));
        for (int shot = 1; shot <= 30; shot++) {
            books.hold(me, UUID.randomUUID(), 1, "Shot " + shot + ".");
        }

        String first = html("/credits?month=2026-11");

        assertThat(first).contains("1 to 25 of 30 movements in November 2026", "href=\"/credits/statement.csv?month=2026-11\"");
        assertThat(page(first.replaceAll("(?s).*href=\"(/credits\\?month=2026-11&)(amp;)?(before=\\d+)\".*", "$1$3")))
                .contains("26 to 30 of 30 movements in November 2026", "Held for Shot 5.").doesNotContain("Welcome");
    }

    @Test
    void whatIsShownAddsUpWhateverMoves() {
        long seed = System.nanoTime();
        Logger.getLogger(MonthsTest.class).infof("Random movements of seed %d", seed);
        Random dice = new Random(seed);
        Instant now = Instant.parse("2026-08-30T12:00:00Z");
        clock.set(now);
        UUID user = people.register("months random").id;
        List<UUID> clips = new ArrayList<>();

        for (int step = 0; step < 150; step++) {
            now = now.plus(Duration.ofMinutes(dice.nextInt(2000)));
            // Some nodes' clocks are late.
            clock.set(now.minus(Duration.ofMinutes(dice.nextInt(5) == 0 ? dice.nextInt(50) : 0)));
            move(user, clips, dice);
        }

        clock.set(now);
        assertThat(addsUp(user)).as("months that add up, of seed %d", seed).isGreaterThanOrEqualTo(3);
    }

    private void move(UUID user, List<UUID> clips, Random dice) {
        Credits amount = Credits.ofMillis(1 + dice.nextInt(20_000));
        UUID clip = clips.isEmpty() ? null : clips.get(dice.nextInt(clips.size()));
        String key = UUID.randomUUID().toString();
        switch (dice.nextInt(clip == null ? 2 : 7)) {
            case 0 -> ledger.grant(Grant.of(user, amount, "because", key)
                    .until(clock.instant().plus(Duration.ofDays(1 + dice.nextInt(60)))));
            case 1, 2 -> hold(user, clips, 1 + dice.nextInt(8));
            case 3 -> books.capture(clip, part(clip, dice), "shorter");
            case 4 -> books.release(clip);
            case 5 -> refund(clip, Correction.of(Credits.ofMillis(1 + dice.nextInt(3000)), "missed", key));
            default -> takeBack(user, amount, key);
        }
    }

    private void hold(UUID user, List<UUID> clips, int seconds) {
        ledger.expireDue(user);
        if (ledger.balance(user).available().isMoreThan(Credits.of(seconds))) {
            clips.add(UUID.randomUUID());
            books.hold(user, clips.get(clips.size() - 1), seconds);
        }
    }

    private Credits part(UUID clip, Random dice) {
        Hold hold = ledger.holdOf(clip).orElseThrow();
        return Credits.ofMillis(dice.nextInt((int) hold.amount().millis() + 1));
    }

    private void refund(UUID clip, Correction correction) {
        try {
            ledger.refund(clip, correction);
        } catch (RefundRefusedException e) {
            assertThat(e).hasMessageContaining("can be given back");
        }
    }

    private void takeBack(UUID user, Credits amount, String key) {
        ledger.expireDue(user);
        if (ledger.balance(user).available().isMoreThan(amount)) {
            ledger.takeBack(user, Correction.of(amount, "because", key));
        }
    }

    /** Returns how many months there are. */
    private int addsUp(UUID user) {
        Credits reached = Credits.ZERO;
        List<YearMonth> months = new ArrayList<>(statements.of(user, "/credits", Window.NEWEST).months());
        Collections.reverse(months);
        for (YearMonth month : months) {
            MonthSummary summary = month(user, month);
            Credits changes = summary.changes().stream().map(MonthSummary.Change::amount).reduce(Credits.ZERO, Credits::plus);
            assertThat(summary.opening()).as("opening of %s", month).isEqualTo(reached);
            assertThat(summary.opening().plus(changes)).as("closing of %s", month).isEqualTo(summary.closing());
            assertThat(lines(user, month)).as("movements of %s", month).isEqualTo(summary.closing().minus(summary.opening()));
            reached = summary.closing();
        }
        assertThat(reached).isEqualTo(ledger.balance(user).available());
        return months.size();
    }

    private MonthSummary month(UUID user, YearMonth month) {
        return statements.of(user, "/credits", new Window(Optional.of(month), Long.MAX_VALUE)).summary().orElseThrow();
    }

    /** The sum of what stands in the column of changes, over all pages. */
    private Credits lines(UUID user, YearMonth month) {
        Credits sum = Credits.ZERO;
        Optional<String> before = Optional.of(String.valueOf(Long.MAX_VALUE));
        while (before.isPresent()) {
            Statement page = statements.of(user, "/credits", new Window(Optional.of(month), Long.parseLong(before.get())));
            sum = page.page().items().stream().map(line -> line.movement().change()).reduce(sum, Credits::plus);
            before = page.page().next();
        }
        return sum;
    }
}
