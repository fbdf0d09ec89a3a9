package app.inbetween.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import app.inbetween.ledger.Bookkeeper;
import app.inbetween.ledger.Together;
import app.inbetween.price.Credits;
import io.quarkus.test.junit.QuarkusTest;

/** From month to month: what was given runs out, what may be kept is kept, and it comes anew once. */
@QuarkusTest
class RenewalsTest extends NovemberStudio {

    @Inject
    Bookkeeper books;

    @Test
    void runsOutAtTheEndOfTheMonthAndComesAnew() {
        UUID ben = signIn(group);
        rule(Audience.group(group), 300, 0);
        renewals.renewDue();
        spend(ben, 120);

        at("2026-11-30T23:59:59Z");
        assertThat(free(ben)).isEqualTo(Credits.of(WELCOME + 180));
        at("2026-12-01T00:00:00Z");

        assertThat(free(ben)).isEqualTo(Credits.of(WELCOME + 300));
        assertThat(reasons(ben)).endsWith("past its date", "Film, December 2026");
    }

    @Test
    void keepsWhatIsLeftUpToTheCap() {
        UUID ben = signIn(group);
        spend(ben, WELCOME);
        rule(Audience.group(group), 300, 100);
        renewals.renewDue();
        spend(ben, 120);

        at("2026-12-01T00:00:00Z");
        assertThat(free(ben)).as("180 were left, 100 are kept, 300 come").isEqualTo(Credits.of(400));
        spend(ben, 350);
        at("2027-01-01T00:00:00Z");
        assertThat(free(ben)).as("50 were left, all are kept").isEqualTo(Credits.of(350));
        at("2027-02-01T00:00:00Z");
        assertThat(free(ben)).as("350 were left, 100 are kept").isEqualTo(Credits.of(400));
        at("2027-03-01T00:00:00Z");
        assertThat(free(ben)).as("and it never grows beyond that").isEqualTo(Credits.of(400));
    }

    @Test
    void leavesOtherRulesAndGrantsAlone() {
        UUID ben = signIn(group);
        rule(Audience.group(group), 300, 100);
        rule(Audience.group(group), 20, 0);
        renewals.renewDue();

        at("2026-12-01T00:00:00Z");

        assertThat(free(ben)).isEqualTo(Credits.of(WELCOME + 100 + 300 + 20));
    }

    @Test
    void givesNothingForMonthsInWhichNobodyRanIt() {
        UUID ben = signIn(group);
        rule(Audience.group(group), 300, 1000);
        renewals.renewDue();

        at("2027-02-11T08:00:00Z");

        assertThat(free(ben)).isEqualTo(Credits.of(WELCOME + 300 + 300));
        assertThat(reasons(ben)).endsWith("Film, November 2026", "Film, February 2027");
    }

    @Test
    void givesWhoComesLaterOnlyTheMonthInWhichTheyCome() {
        rule(Audience.group(group), 300, 1000);
        clock.set(Instant.parse("2027-02-11T08:00:00Z"));

        UUID ben = signIn(group);

        assertThat(free(ben)).isEqualTo(Credits.of(WELCOME + 300));
    }

    @Test
    void aClockThatGoesBackGivesNothing() {
        UUID ben = signIn(group);
        rule(Audience.group(group), 300, 1000);
        at("2026-12-01T00:00:01Z");

        at("2026-11-30T23:59:59Z");
        at("2026-12-01T00:00:00Z");

        assertThat(free(ben)).isEqualTo(Credits.of(WELCOME + 300));
    }

    @Test
    void waitsForTheDayOnWhichItStarts() {
        UUID ben = signIn(group);
        rule(Audience.group(group), 300, 0, "2026-12-15");

        at("2026-12-14T23:59:59Z");
        assertThat(free(ben)).isEqualTo(Credits.of(WELCOME));
        at("2026-12-15T00:00:00Z");

        assertThat(free(ben)).isEqualTo(Credits.of(WELCOME + 300));
    }

    @Test
    void givesNothingOnceItIsEnded() {
        UUID ben = signIn(group);
        UUID rule = rule(Audience.group(group), 300, 1000);
        renewals.renewDue();

        allowances.end(rule);
        at("2026-12-01T00:00:00Z");

        assertThat(free(ben)).isEqualTo(Credits.of(WELCOME + 300));
    }

    @Test
    void isGivenOnceHoweverManyNodesGiveIt() throws Exception {
        List<UUID> crew = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            crew.add(people.signsIn(name + i, Set.of("user"), group).id);
        }
        rule(Audience.group(group), 300, 100);
        rule(Audience.group(group), 20, 0);

        for (String month : List.of("2026-11-30T23:00:00Z", "2026-12-01T00:00:00Z", "2027-01-01T00:00:00Z")) {
            clock.set(Instant.parse(month));
            List<Callable<Boolean>> nodes = new ArrayList<>();
            for (int node = 0; node < 8; node++) {
                String who = name + node;
                nodes.add(this::renewDue);
                nodes.add(() -> signInAgain(who));
            }
            Together.run(nodes);
        }

        for (UUID member : crew) {
            assertThat(free(member)).isEqualTo(Credits.of(WELCOME + 100 + 300 + 20));
            assertThat(reasons(member).stream().filter(reason -> reason.startsWith("Film"))).hasSize(6);
        }
    }

    @Test
    void whoIsDueIsFoundWithoutReadingEveryEntry() {
        String plan = String.join("\n", sql.all("EXPLAIN " + Renewals.DUE, row -> row.getString(1), LocalDate.now(clock),
                LocalDate.of(2026, 11, 1), 500));

        assertThat(plan).contains("allowance_given").doesNotContain("credit_entry");
    }

    private boolean renewDue() {
        renewals.renewDue();
        return true;
    }

    /** With another role each time, so that it is news. */
    private boolean signInAgain(String who) {
        people.signsIn(who, Set.of("user", UUID.randomUUID().toString()), group);
        return true;
    }

    private void spend(UUID user, int credits) {
        UUID generation = UUID.randomUUID();
        books.hold(user, generation, credits);
        books.capture(generation, Credits.of(credits), "");
    }
}
