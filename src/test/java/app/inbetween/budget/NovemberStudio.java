package app.inbetween.budget;

import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import app.inbetween.SettableClock;
import app.inbetween.account.People;
import app.inbetween.database.Sql;
import app.inbetween.ledger.Ledger;
import app.inbetween.price.Credits;

/** A studio in November 2026 whose rules give credits by the month, on top of the 100 of welcome, which never run out. */
class NovemberStudio {

    static final int WELCOME = 100;

    @Inject
    People people;
    @Inject
    Allowances allowances;
    @Inject
    Renewals renewals;
    @Inject
    Ledger ledger;
    @Inject
    Sql sql;
    @Inject
    SettableClock clock;

    final String group = "group " + UUID.randomUUID();
    final String name = "allowance " + UUID.randomUUID();
    final List<UUID> rules = new ArrayList<>();
    UUID boss;

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

    UUID signIn(String ofGroup) {
        return people.signsIn(name, Set.of("user"), ofGroup).id;
    }

    UUID rule(Audience audience, int amount, int rollover) {
        return rule(audience, amount, rollover, "2026-11-01");
    }

    UUID rule(Audience audience, int amount, int rollover, String starts) {
        UUID id = UUID.randomUUID();
        allowances.add(new Allowance(id, "Film", audience, Credits.of(amount), Credits.of(rollover), LocalDate.parse(starts)),
                boss);
        rules.add(id);
        return id;
    }

    void at(String moment) {
        clock.set(Instant.parse(moment));
        renewals.renewDue();
    }

    Credits free(UUID user) {
        return ledger.balance(user).available();
    }

    List<String> reasons(UUID user) {
        return sql.all("SELECT reason FROM credit_entry WHERE user_id = ? ORDER BY seq", row -> row.getString(1), user);
    }
}
