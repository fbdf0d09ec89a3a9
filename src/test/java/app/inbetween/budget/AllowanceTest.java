package app.inbetween.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import app.inbetween.price.Credits;
import io.quarkus.test.junit.QuarkusTest;

/** Whom a rule gives credits: those whom it names, and nobody else. */
@QuarkusTest
class AllowanceTest extends NovemberStudio {

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
    void givesNothingToWhoWasDeactivated() {
        UUID ben = signIn(group);
        rule(Audience.group(group), 300, 0);
        sql.run("UPDATE app_user SET deactivated_at = now() WHERE id = ?", ben);

        renewals.renewDue();

        assertThat(free(ben)).isEqualTo(Credits.of(WELCOME));
    }
}
