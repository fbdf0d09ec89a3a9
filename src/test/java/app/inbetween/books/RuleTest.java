package app.inbetween.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.inbetween.database.Sql;
import app.inbetween.generation.Generation;
import app.inbetween.generation.OpenStudio;
import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.Submission;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** Every way the books can be wrong is found, and nothing else is. */
@QuarkusTest
class RuleTest extends OpenStudio {

    private static final String NEW_HOLD = "INSERT INTO credit_hold (id, user_id, generation_id, title, amount, model, "
            + "resolution, length_nanos, per_second, rounding, price_version, created_at) SELECT gen_random_uuid(), user_id, "
            + "gen_random_uuid(), 'x', 1000, 'scripted/clip', 'tiny', 1, 1, 'UP', 1, now() FROM credit_account WHERE user_id = :ben";

    @Inject
    Inspector inspector;
    @Inject
    Sql sql;

    private Generation waiting;
    private Generation delivered;
    private Generation failed;
    private Generation cancelled;

    @BeforeEach
    void liveALittle() {
        delivered = studio.asksForBilledClip(ben);
        studio.dispatch();
        later();
        studio.poll();
        failed = studio.asks(ben);
        provider.onSubmit = request -> new Submission.Rejected(
                new Failure(Reason.CONTENT_POLICY, Billing.NOT_BILLED, "nsfw"));
        studio.dispatch();
        cancelled = studio.asks(ben);
        generations.cancel(ben.id(), cancelled.id);
        waiting = studio.asks(ben);
    }

    @AfterEach
    void whatWasTriedIsUndone() {
        if (QuarkusTransaction.isActive()) {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void booksInOrderHaveNoFindings() {
        assertThat(BookAssertions.findings(ben.id())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "DELETE FROM credit_hold WHERE generation_id = :waiting | A clip under way has nothing held for it",
            "UPDATE credit_hold SET state = 'RELEASED' WHERE generation_id = :waiting | A clip under way has nothing held for it",
            "UPDATE generation SET held = held + 1 WHERE id = :waiting | A clip under way says another amount than is held",
            "UPDATE generation SET owner = :other WHERE id = :waiting | A clip is paid for by somebody else than its owner",
            NEW_HOLD + " | Credits are held for no clip under way",
            "UPDATE credit_hold SET state = 'OPEN' WHERE generation_id = :failed | Credits are held for no clip under way",
            "UPDATE credit_hold SET state = 'RELEASED', captured = NULL WHERE generation_id = :delivered "
                    + "| A clip was delivered and not charged",
            "DELETE FROM credit_hold WHERE generation_id = :delivered | A clip was delivered and not charged",
            "UPDATE generation SET charged = charged - 1 WHERE id = :delivered | A clip says another charge than the ledger",
            "UPDATE generation SET charged = NULL WHERE id = :delivered | A clip says another charge than the ledger",
            "UPDATE generation SET charged = 1 WHERE id = :cancelled | A clip says another charge than the ledger",
            "UPDATE credit_hold SET state = 'CAPTURED', captured = amount WHERE generation_id = :cancelled "
                    + "| A clip says another charge than the ledger",
            "DELETE FROM video WHERE generation = :delivered | A clip was delivered and has no film",
            "UPDATE video SET generation = :failed WHERE generation = :delivered | A film is there whose clip was not delivered",
            "UPDATE credit_hold SET state = 'CAPTURED', captured = amount WHERE generation_id = :failed "
                    + "| Credits were charged for a clip that was neither delivered nor cancelled at a price",
            "UPDATE credit_hold SET generation_id = gen_random_uuid() WHERE generation_id = :delivered "
                    + "| Credits were charged for a clip that was neither delivered nor cancelled at a price",
            "DELETE FROM credit_hold WHERE generation_id = :failed "
                    + "| A clip ended without a film, and nothing was ever held for it",
            "DELETE FROM provider_cost WHERE generation_id = :delivered "
                    + "| A charged clip costs the studio something that is not entered",
            "UPDATE provider_cost SET generation_id = :failed WHERE generation_id = :delivered "
                    + "| A cost is entered for a clip that was neither charged nor billed by its provider",
            "UPDATE credit_hold SET cost_micros = NULL, cost_currency = NULL WHERE generation_id = :delivered "
                    + "| A cost is entered for a clip that was neither charged nor billed by its provider",
            "UPDATE provider_cost SET provider = 'fal' WHERE generation_id = :delivered "
                    + "| A cost is entered otherwise than its clip says",
            "UPDATE provider_cost SET amount_micros = amount_micros - 1 WHERE generation_id = :delivered "
                    + "| A cost is entered otherwise than its clip says",
            "DELETE FROM spend_delta WHERE user_id = :ben | The sums of a person's month are not those of its movements",
            "UPDATE spend_delta SET clips = clips + 1 WHERE user_id = :ben "
                    + "| The sums of a person's month are not those of its movements",
            "INSERT INTO spend_month VALUES ('2020-01-01', :ben, 'scripted/clip', 1, 0, 0, 0) "
                    + "| The sums of a person's month are not those of its movements",
            "UPDATE credit_account SET seq = seq + 1 WHERE user_id = :ben | An entry is missing"
    })
    void whatIsWrongIsFound(String corruption, String rule) {
        UUID other = studio.person("somebody else").id();
        QuarkusTransaction.begin();
        openTheVault();

        assertThat(sql.run(filled(corruption, other))).isPositive();

        assertThat(inspector.read().stream().filter(finding -> isOurs(finding, other)).map(Finding::rule)).contains(rule);
    }

    @Test
    void aDayThatWasCountedWronglyIsFound() {
        QuarkusTransaction.begin();

        sql.run("INSERT INTO spend_day VALUES ('2020-01-01', 'scripted/clip', 1500, 0, 2, 10)");

        assertThat(inspector.read()).contains(new Finding("The sums of a day are not those of its movements",
                Optional.empty(), Optional.empty(),
                "2020-01-01, scripted/clip: charged 1.5, given back 0, 2 clips, 0.00001 USD more in the sums than in the movements"));
    }

    @Test
    void aFindingSaysWhomItConcernsAndTheFigures() {
        QuarkusTransaction.begin();

        sql.run("UPDATE generation SET held = 2500 WHERE id = ?", waiting.id);

        assertThat(inspector.read()).contains(new Finding(Rule.UNFINISHED_HOLDS_OTHERWISE.words(),
                Optional.of(ben.id()), Optional.of(waiting.id), "the clip says 2.5, the hold 2"));
    }

    @Test
    void everyRuleHasItsAdvice() {
        assertThat(List.of(Rule.values())).allSatisfy(rule -> assertThat(Rule.advice(rule.words())).isNotBlank());
        assertThat(Rule.advice("An entry is missing")).contains("correct with a new movement");
    }

    /** What the database refuses by itself cannot be tried otherwise. All of it is rolled back. */
    private void openTheVault() {
        sql.run("ALTER TABLE credit_entry DROP CONSTRAINT credit_entry_concerns_a_hold");
        sql.run("ALTER TABLE generation DROP CONSTRAINT generation_is_charged_at_most_what_was_held");
    }

    private String filled(String corruption, UUID other) {
        return corruption.replace(":waiting", quoted(waiting.id)).replace(":delivered", quoted(delivered.id))
                .replace(":failed", quoted(failed.id)).replace(":cancelled", quoted(cancelled.id))
                .replace(":ben", quoted(ben.id())).replace(":other", quoted(other));
    }

    private boolean isOurs(Finding finding, UUID other) {
        return finding.user().filter(user -> user.equals(ben.id()) || user.equals(other)).isPresent();
    }

    private static String quoted(UUID id) {
        return "'" + id + "'";
    }
}
