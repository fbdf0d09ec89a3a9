package app.inbetween.admin.person;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.admin.person.PersonPage.Choice;
import app.inbetween.admin.person.PersonPage.Fact;
import app.inbetween.admin.person.PersonPage.LotLine;
import app.inbetween.database.Sql;
import app.inbetween.ledger.Ledger;
import app.inbetween.ledger.Lot;
import app.inbetween.ledger.Periods;
import app.inbetween.ledger.Source;
import app.inbetween.ledger.SpendingLimit;
import app.inbetween.ledger.SpendingLimits;
import app.inbetween.ledger.SpendingLimits.Usage;
import app.inbetween.price.Credits;

/** What there is to know about one person's credits, in words. */
@ApplicationScoped
class PersonFacts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final int NEWEST = 25;

    @Inject
    Ledger ledger;
    @Inject
    SpendingLimits limits;
    @Inject
    Periods periods;
    @Inject
    Sql sql;

    static String words(LocalDate day) {
        return day.format(DAY);
    }

    /** The last day on which something that expires then can be used. */
    String lastDay(Instant end) {
        return words(periods.dayOf(end.minusNanos(1)));
    }

    Credits charged(UUID person) {
        Date month = Date.valueOf(periods.thisMonth().atDay(1));
        return sql.one("""
                SELECT coalesce(sum(captured - refunded), 0) AS spent FROM (
                  SELECT captured, refunded FROM spend_month WHERE user_id = ? AND month = ?
                  UNION ALL SELECT captured, refunded FROM spend_delta WHERE user_id = ? AND day >= ? AND day < ?) moved
                """, row -> Credits.ofMillis(row.getLong("spent")), person, month, person, month,
                Date.valueOf(periods.thisMonth().plusMonths(1).atDay(1)));
    }

    List<LotLine> lots(UUID person) {
        return ledger.lots(person).stream().map(this::line).toList();
    }

    /** What the person has asked for and nobody has answered. */
    String request(UUID person) {
        return sql.first("SELECT amount, reason FROM credit_request WHERE user_id = ? AND state = 'OPEN'",
                row -> Credits.ofMillis(row.getLong("amount")) + " credits: " + row.getString("reason"), person).orElse("");
    }

    /** Which a correction may point at. */
    List<Choice> grants(UUID person) {
        return sql.all("SELECT * FROM credit_entry WHERE user_id = ? AND kind = 'GRANT' ORDER BY seq DESC LIMIT ?",
                row -> new Choice(row.getObject("id", UUID.class), Credits.ofMillis(row.getLong("amount")) + " on "
                        + words(periods.dayOf(Sql.instant(row, "at").orElseThrow())) + ": " + row.getString("reason")),
                person, NEWEST);
    }

    List<Fact> limits(UUID person) {
        SpendingLimit set = limits.set(person);
        SpendingLimit usual = limits.usual();
        Usage used = limits.usage(person);
        return List.of(
                new Fact("In a day", cap(set.dailyCap(), usual.dailyCap()), used.day() + " used today"),
                new Fact("In a month", cap(set.monthlyCap(), usual.monthlyCap()), used.month() + " used this month"),
                new Fact("Clips at once", set.maxConcurrent().isPresent() ? set.maxConcurrent().getAsInt() + ""
                        : "as for everyone", ""),
                new Fact("Own limit in a month", set.ownMonthlyCap().map(Credits::toString).orElse("none"),
                        "set by the person"),
                new Fact("Asked twice above", set.askAbove().map(Credits::toString).orElse("never"), "set by the person"));
    }

    private static String cap(Optional<Credits> set, Optional<Credits> usual) {
        return set.map(Credits::toString)
                .orElseGet(() -> usual.map(cap -> cap + ", as for everyone").orElse("no limit, as for everyone"));
    }

    private LotLine line(Lot lot) {
        return new LotLine(lot.remaining(), lot.amount(), words(lot.source()), lot.expiresAt().map(this::lastDay).orElse(""));
    }

    private static String words(Source source) {
        return switch (source) {
            case WELCOME -> "Welcome credits";
            case GRANT -> "Granted";
            case ALLOWANCE -> "Monthly allowance";
            case REQUEST -> "Asked for and granted";
            case REFUND -> "Given back";
        };
    }
}
