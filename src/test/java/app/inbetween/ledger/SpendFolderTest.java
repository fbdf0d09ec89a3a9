package app.inbetween.ledger;

import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.inbetween.SettableClock;
import app.inbetween.account.People;
import app.inbetween.database.Sql;
import app.inbetween.price.Credits;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** Whatever was folded and whatever was not: both together are what moved. */
@QuarkusTest
class SpendFolderTest {

    private static final String DAY = """
            SELECT coalesce(sum(captured), 0) || ' ' || coalesce(sum(refunded), 0) || ' ' || coalesce(sum(clips), 0) FROM (
              SELECT captured, refunded, clips FROM spend_day WHERE day = '2033-05-31'
              UNION ALL SELECT captured, refunded, clips FROM spend_delta WHERE day = '2033-05-31') part
            """;
    private static final String MONTH = """
            SELECT coalesce(sum(captured), 0) || ' ' || coalesce(sum(refunded), 0) || ' ' || coalesce(sum(clips), 0) FROM (
              SELECT captured, refunded, clips FROM spend_month WHERE month = '2033-05-01' AND user_id = ?
              UNION ALL SELECT captured, refunded, clips FROM spend_delta WHERE user_id = ? AND day = '2033-05-31') part
            """;
    private static final String WAITING = "SELECT count(*) FROM spend_delta WHERE day = '2033-05-31'";

    @Inject
    SpendFolder folder;
    @Inject
    Ledger ledger;
    @Inject
    Bookkeeper books;
    @Inject
    People people;
    @Inject
    SettableClock clock;
    @Inject
    Sql sql;

    private UUID ben;

    @BeforeEach
    void onAFarDay() {
        clock.set(Instant.parse("2033-05-31T12:00:00Z"));
        ben = people.register("ben").id;
        folder.tick();
    }

    @AfterEach
    void theBooksAreInOrder() {
        clock.reset();
        assertNoViolations();
    }

    @Test
    void foldingChangesNoSum() {
        UUID clip = spend(10);
        ledger.refund(clip, Correction.of(Credits.of(4), "missed", clip.toString()));
        spend(6);
        String day = day();

        int folded = folder.fold();

        assertThat(folded).isGreaterThanOrEqualTo(3);
        assertThat(waiting()).isZero();
        assertThat(day()).isEqualTo(day);
        assertThat(month()).isEqualTo("16000 4000 2");
    }

    @Test
    void whatMovesAfterwardsIsAddedToWhatWasFolded() {
        spend(10);
        folder.fold();
        spend(5);
        folder.fold();

        assertThat(month()).isEqualTo("15000 0 2");
        int rows = sql.one("SELECT count(*) FROM spend_month WHERE user_id = ?", row -> row.getInt(1), ben);
        assertThat(rows).isEqualTo(1);
    }

    @Test
    void aFoldThatIsCutOffHasNotBeen() {
        spend(10);
        String day = day();
        long waiting = waiting();

        QuarkusTransaction.begin();
        folder.fold();
        QuarkusTransaction.rollback();

        assertThat(waiting()).isEqualTo(waiting).isPositive();
        assertThat(day()).isEqualTo(day);
        assertThat(month()).isEqualTo("10000 0 1");
    }

    @Test
    void manyWhoFoldAtOnceAddEveryMovementOnce() throws Exception {
        List<Callable<Integer>> work = new ArrayList<>(Collections.nCopies(4, this::foldForAWhile));
        work.add(() -> {
            for (int i = 0; i < 20; i++) {
                spend(1);
            }
            return 0;
        });

        Together.run(work);
        folder.tick();

        assertThat(month()).isEqualTo("20000 0 20");
        assertThat(waiting()).isZero();
    }

    @Test
    void nobodyWhoSpendsWaitsForAFoldUnderWay() throws Exception {
        spend(10);
        QuarkusTransaction.begin();
        try {
            folder.fold();

            CompletableFuture.runAsync(() -> spend(5)).get(10, TimeUnit.SECONDS);
            int secondFolder = CompletableFuture.supplyAsync(() -> folder.fold()).get(10, TimeUnit.SECONDS);

            assertThat(secondFolder).isZero();
        } finally {
            QuarkusTransaction.commit();
        }
        assertThat(month()).isEqualTo("15000 0 2");
    }

    private int foldForAWhile() {
        int folded = 0;
        for (int i = 0; i < 20; i++) {
            folded += folder.fold();
        }
        return folded;
    }

    private UUID spend(int credits) {
        UUID clip = UUID.randomUUID();
        books.hold(ben, clip, credits);
        books.capture(clip, Credits.of(credits), "");
        return clip;
    }

    private String day() {
        return sql.one(DAY, row -> row.getString(1));
    }

    private String month() {
        return sql.one(MONTH, row -> row.getString(1), ben, ben);
    }

    private long waiting() {
        return sql.one(WAITING, row -> row.getLong(1));
    }
}
