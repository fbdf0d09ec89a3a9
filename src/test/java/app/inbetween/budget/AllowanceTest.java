package app.inbetween.budget;

import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.inbetween.SettableClock;
import app.inbetween.account.People;
import app.inbetween.database.Sql;
import app.inbetween.ledger.Bookkeeper;
import app.inbetween.ledger.Ledger;
import app.inbetween.ledger.Together;
import app.inbetween.price.Credits;
import io.quarkus.test.junit.QuarkusTest;

/** Everyone begins with 100 credits of welcome, which never run out. */
@QuarkusTest
class AllowanceTest {

    private static final int WELCOME = 100;

    @Inject
    People people;
    @Inject
    Allowances allowances;
    @Inject
    Renewals renewals;
    @Inject
    Ledger ledger;
    @Inject
    Bookkeeper books;
    @Inject
    Sql sql;
    @Inject
    SettableClock clock;

    private final String group = "group " + UUID.randomUUID();
    private final String name = "allowance " + UUID.randomUUID();
    private final List<UUID> rules = new ArrayList<>();
    private UUID boss;

    @BeforeEach
    void inNovember() {
        clock.set(Instant.parse("2026-11-21T14:20:00Z"));
        boss = people.signsIn("allowance boss", Set.of("user"), null).id;
    }

    @AfterEach
    void theBooksAreInOrder() {
        rules.forEach(allowances::end);
        clock.reset();
        assertNoViolations();
    }

    @Test
    void isGivenAtTheFirstSignIn() {
        rule(Audience.group(group), 300, 0);

        UUID ben = signIn(group);

        assertThat(free(ben)).isEqualTo(Credits.of(WELCOME + 300));
        assertThat(reasons(ben)).containsExactly("Welcome to Inbetween", "Film, November 2026");
    }

    @Test
    void isGivenToThoseWhoAreThereAlready() {
        UUID ben = signIn(group);
        rule(Audience.group(group), 300, 0);

        renewals.renewDue();
        renewals.renewDue();

        assertThat(free(ben)).isEqualTo(Credits.of(WELCOME + 300));
    }

    @Test
    void isGivenToNobodyElse() {
        UUID ben = signIn("another " + group);
        rule(Audience.group(group), 300, 0);
        rule(Audience.role(group), 300, 0);

        renewals.renewDue();

        assertThat(free(ben)).isEqualTo(Credits.of(WELCOME));
    }

    @Test
    void everyoneIsEveryone() {
        UUID ben = signIn(group);
        rule(Audience.EVERYONE, 7, 0);

        renewals.renewDue();

        assertThat(free(ben)).isEqualTo(Credits.of(WELCOME + 7));
    }

    @Test
    void comesWithARoleInTheMiddleOfAMonthAndOnlyOnce() {
        UUID ben = signIn("none");
        rule(Audience.role(group), 300, 0);

        for (Set<String> roles : List.of(Set.of("user", group), Set.of("user"), Set.of("user", group))) {
            people.signsIn(name, roles, "none");
        }

        assertThat(free(ben)).isEqualTo(Credits.of(WELCOME + 300));
    }

    @Test
    void endsWithTheRole() {
        people.signsIn(name, Set.of("user", group), null);
        rule(Audience.role(group), 300, 50);
        renewals.renewDue();
        UUID ben = people.signsIn(name, Set.of("user"), null).id;

        at("2026-12-01T00:00:00Z");

        assertThat(free(ben)).as("what was given stays").isEqualTo(Credits.of(WELCOME + 300));
    }

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
    void givesNothingToWhoWasDeactivated() {
        UUID ben = signIn(group);
        rule(Audience.group(group), 300, 0);
        sql.run("UPDATE app_user SET deactivated_at = now() WHERE id = ?", ben);

        renewals.renewDue();

        assertThat(free(ben)).isEqualTo(Credits.of(WELCOME));
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

    private UUID signIn(String ofGroup) {
        return people.signsIn(name, Set.of("user"), ofGroup).id;
    }

    private UUID rule(Audience audience, int amount, int rollover) {
        return rule(audience, amount, rollover, "2026-11-01");
    }

    private UUID rule(Audience audience, int amount, int rollover, String starts) {
        UUID id = UUID.randomUUID();
        allowances.add(new Allowance(id, "Film", audience, Credits.of(amount), Credits.of(rollover), LocalDate.parse(starts)),
                boss);
        rules.add(id);
        return id;
    }

    private void at(String moment) {
        clock.set(Instant.parse(moment));
        renewals.renewDue();
    }

    private void spend(UUID user, int credits) {
        UUID generation = UUID.randomUUID();
        books.hold(user, generation, credits);
        books.capture(generation, Credits.of(credits), "");
    }

    private Credits free(UUID user) {
        return ledger.balance(user).available();
    }

    private List<String> reasons(UUID user) {
        return sql.all("SELECT reason FROM credit_entry WHERE user_id = ? ORDER BY seq", row -> row.getString(1), user);
    }
}
