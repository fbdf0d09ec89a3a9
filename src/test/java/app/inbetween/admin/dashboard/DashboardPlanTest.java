package app.inbetween.admin.dashboard;

import java.time.LocalDate;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import app.inbetween.admin.LongPast;
import app.inbetween.admin.LongPast.Question;
import io.quarkus.test.junit.QuarkusTest;

/** The dashboard reads sums, and of long tables the newest rows only. */
@QuarkusTest
class DashboardPlanTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    @Inject
    LongPast past;

    @Test
    void nothingIsReadButSumsAndTheNewestRows() {
        past.assertFoundByIndex(new Question(Tiles.BALANCES), new Question(Tiles.UNDER_WAY), new Question(Tiles.SUCCESSES),
                new Question(Spending.BY_DAY, DAY, DAY.plusDays(30), DAY, DAY.plusDays(30)),
                new Question(Spending.MOST_OF_MONTH, DAY, DAY, DAY.plusDays(29), 10),
                new Question(Paces.OF_MODELS, Paces.NEWEST), new Question(Concerns.STUCK, Concerns.CLIPS),
                new Question(Concerns.STUCK_COUNT), new Question(Concerns.ASKED, Concerns.REQUESTS),
                new Question(BookState.NEWEST));
    }
}
