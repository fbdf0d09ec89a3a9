package app.inbetween.budget;

import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import app.inbetween.SettableClock;
import app.inbetween.account.People;
import app.inbetween.ledger.Ledger;
import app.inbetween.price.Credits;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** A studio in Auckland, where a month begins up to thirteen hours before it does in UTC. */
@QuarkusTest
@TestProfile(AllowanceZoneTest.Auckland.class)
class AllowanceZoneTest {

    @Inject
    People people;
    @Inject
    Allowances allowances;
    @Inject
    Renewals renewals;
    @Inject
    Ledger ledger;
    @Inject
    SettableClock clock;

    public static class Auckland implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("inbetween.ledger.time-zone", "Pacific/Auckland", "inbetween.ledger.welcome-credits", "0");
        }
    }

    @AfterEach
    void theBooksAreInOrder() {
        clock.reset();
        assertNoViolations();
    }

    @Test
    void runsOutAndComesAnewAtMidnightOfTheStudioInSummerTimeAndInWinterTime() {
        clock.set(Instant.parse("2026-08-15T00:00:00Z"));
        String group = "auckland " + UUID.randomUUID();
        UUID ben = people.signsIn(group, Set.of("user"), group).id;
        allowances.add(new Allowance(UUID.randomUUID(), "Film", Audience.group(group), Credits.of(300), Credits.ZERO,
                LocalDate.parse("2026-09-01")), ben);

        assertThat(freeAt("2026-08-31T11:59:59Z", ben)).isEqualTo(Credits.ZERO);
        assertThat(freeAt("2026-08-31T12:00:00Z", ben)).isEqualTo(Credits.of(300));
        assertThat(freeAt("2026-09-30T10:59:59Z", ben)).isEqualTo(Credits.of(300));
        assertThat(entriesEndWith("2026-09-30T11:00:00Z", ben)).isEqualTo(Instant.parse("2026-10-31T11:00:00Z"));
        assertThat(freeAt("2026-10-31T10:59:59Z", ben)).isEqualTo(Credits.of(300));
    }

    private Credits freeAt(String moment, UUID user) {
        clock.set(Instant.parse(moment));
        renewals.renewDue();
        return ledger.balance(user).available();
    }

    /** When what is free at that moment runs out. */
    private Instant entriesEndWith(String moment, UUID user) {
        freeAt(moment, user);
        assertThat(ledger.lots(user)).hasSize(1);
        return ledger.lots(user).get(0).expiresAt().orElseThrow();
    }
}
