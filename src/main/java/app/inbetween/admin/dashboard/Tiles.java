package app.inbetween.admin.dashboard;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.database.Sql;
import app.inbetween.ledger.Periods;
import app.inbetween.price.Credits;
import app.inbetween.price.Exchange;
import app.inbetween.price.Money;
import app.inbetween.web.Formats;

/** Works out the figures at the head of the dashboard. */
@ApplicationScoped
class Tiles {

    static final String BALANCES = """
            SELECT coalesce(sum(available), 0) AS available, coalesce(sum(held), 0) AS held,
              count(*) FILTER (WHERE available > 0) AS people
            FROM credit_account
            """;
    static final String UNDER_WAY = "SELECT count(*) FROM generation WHERE finished_at IS NULL";
    /** Those that were called off say nothing about how well it works. */
    static final String SUCCESSES = """
            SELECT count(*) AS finished, count(*) FILTER (WHERE state = 'SUCCEEDED') AS succeeded
            FROM (SELECT state FROM generation WHERE state IN ('SUCCEEDED', 'FAILED') ORDER BY finished_at DESC LIMIT 500) newest
            """;

    @Inject
    Sql sql;
    @Inject
    Periods periods;
    @Inject
    Exchange exchange;

    private record Balances(Credits available, Credits held, int people) {
    }

    private record Successes(int finished, int succeeded) {
    }

    /** @param spending of this month and all of the last */
    List<Tile> all(SpendDays spending) {
        Balances balances = sql.one(BALANCES, row -> new Balances(Credits.ofMillis(row.getLong("available")),
                Credits.ofMillis(row.getLong("held")), row.getInt("people")));
        return List.of(
                new Tile("Outstanding", balances.available.toString(),
                        List.of("free to spend, " + people(balances.people)), "/admin/users?sort=free"),
                new Tile("Held", balances.held.toString(), List.of(underWay()), "/admin/jobs?state=unfinished"),
                charged(spending), cost(spending), succeeded());
    }

    private static String people(int number) {
        return number == 1 ? "1 person" : number + " people";
    }

    private String underWay() {
        return Formats.count(sql.one(UNDER_WAY, row -> row.getInt(1)), "video") + " under way";
    }

    private Tile charged(SpendDays spending) {
        LocalDate today = periods.today();
        YearMonth last = periods.thisMonth().minusMonths(1);
        LocalDate sameDay = last.atDay(Math.min(today.getDayOfMonth(), last.lengthOfMonth()));
        Credits now = ofMonth(spending).net();
        Credits before = spending.between(last.atDay(1), sameDay).total().net();
        Credits full = spending.between(last.atDay(1), last.atEndOfMonth()).total().net();
        return new Tile("Charged this month", now.toString(),
                List.of(Ratio.compared(now, before) + " " + Days.span(last.atDay(1), sameDay),
                        full + " in all of " + Days.month(last)),
                Days.movements(today.withDayOfMonth(1), today));
    }

    private Tile cost(SpendDays spending) {
        LocalDate today = periods.today();
        Tally month = ofMonth(spending);
        Money worth = exchange.worth(month.net());
        String note = month.net().isPositive()
                ? "of " + Ratio.cents(worth) + " charged, margin " + Ratio.margin(worth, month.cost())
                : "nothing is charged this month yet";
        return new Tile("Provider cost against charged", Ratio.cents(month.cost()), List.of(note),
                "/admin/movements?kind=CAPTURE&kind=RELEASE&from=" + today.withDayOfMonth(1) + "&to=" + today);
    }

    private Tally ofMonth(SpendDays spending) {
        LocalDate today = periods.today();
        return spending.between(today.withDayOfMonth(1), today).total();
    }

    private Tile succeeded() {
        Successes newest = sql.one(SUCCESSES, row -> new Successes(row.getInt("finished"), row.getInt("succeeded")));
        if (newest.finished == 0) {
            return new Tile("Succeeded", "–", List.of("no video has ended yet"), "/admin/jobs?state=failed");
        }
        return new Tile("Succeeded", Ratio.percent(newest.succeeded, newest.finished),
                List.of(newest.succeeded + " of the newest " + newest.finished,
                        newest.finished - newest.succeeded + " failed, called off not counted"),
                "/admin/jobs?state=failed");
    }
}
