package app.inbetween.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;

import javax.sql.DataSource;

import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import app.inbetween.account.People;
import app.inbetween.database.Sql;
import app.inbetween.price.Credits;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** What the database does about those who go past the ledger. */
@QuarkusTest
@TestTransaction
class LedgerSchemaTest {

    @Inject
    Bookkeeper books;
    @Inject
    Ledger ledger;
    @Inject
    People people;
    @Inject
    Sql sql;
    @Inject
    DataSource database;

    @ParameterizedTest
    @ValueSource(strings = { "UPDATE credit_entry SET reason = ''", "DELETE FROM credit_entry",
            "TRUNCATE credit_entry CASCADE" })
    void noEntryIsEverChanged(String statement) {
        moveSomeCredits();

        assertThatThrownBy(() -> sql.run(statement)).isInstanceOf(PersistenceException.class)
                .hasMessageContaining("append-only");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "UPDATE credit_account SET available = available + 1 | conserves_every_credit",
            "UPDATE credit_account SET available = -1, granted = held + spent - 1 | never_overdrawn",
            "UPDATE credit_hold SET captured = amount + 1 WHERE state = 'CAPTURED' | captures_at_most_what_it_holds",
            "UPDATE credit_hold SET refunded = captured + 1 WHERE state = 'CAPTURED' | refunds_at_most_what_it_captured",
            "UPDATE credit_hold SET captured = 1 WHERE state = 'OPEN' | captured_says_how_much",
            "UPDATE credit_hold SET generation_id = (SELECT generation_id FROM credit_hold LIMIT 1) | only_one_of_its_generation"
    })
    void theDatabaseItselfRefuses(String statement, String constraint) {
        moveSomeCredits();

        assertThatThrownBy(() -> sql.run(statement)).isInstanceOf(PersistenceException.class).hasMessageContaining(constraint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "UPDATE credit_account SET available = available + 1, granted = granted + 1 | "
                    + "granted is not the sum of the grants less what was taken back and what expired",
            "UPDATE credit_account SET available = available + 1, held = held - 1 WHERE held > 0 | held is not the sum of the open holds",
            "UPDATE credit_account SET available = available + 1, spent = spent - 1 WHERE spent > 0 "
                    + "| spent is not what was captured less what was refunded",
            "UPDATE credit_account SET seq = seq + 1 | an entry is missing",
            "DELETE FROM credit_entry WHERE kind = 'REFUND' | an entry is missing",
            "DELETE FROM credit_entry WHERE kind = 'REFUND' | a hold is not refunded as its entries say",
            "DELETE FROM credit_entry WHERE kind = 'HOLD' | a hold was not entered with its amount",
            "UPDATE credit_entry SET amount = amount - 1 WHERE kind = 'CAPTURE' AND amount > 0 | a hold is not resolved as its entries say",
            "UPDATE credit_entry SET amount = amount + 1 WHERE kind = 'REFUND' | an entry does not follow from the one before",
            "UPDATE credit_entry SET available_after = 7 | the last entry does not lead to the balance",
            "UPDATE credit_entry SET original_id = id WHERE kind = 'REFUND' "
                    + "| a refund does not point to the capture of its hold",
            "UPDATE credit_hold SET user_id = (SELECT user_id FROM credit_account WHERE seq = 1 LIMIT 1) "
                    + "| an entry concerns the hold of somebody else",
            "UPDATE credit_lot SET remaining = remaining - 1 WHERE remaining > 1 | available is not what the lots have left",
            "UPDATE credit_hold SET lot_amounts = '{1}' WHERE state = 'OPEN' AND cardinality(lots) = 1 | a hold was not taken from lots of its account",
            "DELETE FROM credit_lot WHERE source = 'REFUND' | a grant or refund made no lot of its amount",
            "UPDATE credit_hold SET state = 'RELEASED', captured = NULL, refunded = 0 WHERE state = 'CAPTURED' "
                    + "| a hold is not resolved as its entries say"
    })
    void whatTheDatabaseCannotRefuseIsFound(String statement, String rule) {
        moveSomeCredits();
        sql.run("ALTER TABLE credit_entry DISABLE TRIGGER USER");
        sql.run("ALTER TABLE credit_lot DROP CONSTRAINT credit_lot_was_made_by_an_entry");

        assertThat(sql.run(statement)).isPositive();

        assertThat(LedgerAssertions.violations(database)).contains(rule);
    }

    /** 100 granted; 40 held, 20 captured, 5 of them refunded, and 10 still held. */
    private void moveSomeCredits() {
        people.register("cleo");
        UUID ben = people.register("ben").id;
        UUID done = UUID.randomUUID();
        books.hold(ben, done, 40);
        books.capture(done, Credits.of(20), "");
        ledger.refund(done, Correction.of(Credits.of(5), "missed", done.toString()));
        books.hold(ben, UUID.randomUUID(), 10);
        LedgerAssertions.assertNoViolations();
    }
}
