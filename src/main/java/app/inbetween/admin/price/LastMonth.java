package app.inbetween.admin.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.admin.price.Reckoning.Line;
import app.inbetween.admin.price.Reckoning.Sum;
import app.inbetween.database.Sql;
import app.inbetween.ledger.Periods;
import app.inbetween.price.Credits;
import app.inbetween.price.Exchange;
import app.inbetween.price.Money;
import app.inbetween.price.PriceKey;
import app.inbetween.price.Proposal;

/** What last month's videos would have come to at another price. */
@ApplicationScoped
class LastMonth {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

    /** Asked for so seldom that it is not worth an index, which every hold would have to keep. */
    private static final String CHARGED = """
            SELECT h.length_nanos, h.amount, h.captured, count(*) AS videos, coalesce(sum(c.dollar_micros), 0) AS billed
            FROM credit_hold h LEFT JOIN provider_cost c ON c.generation_id = h.generation_id
            WHERE h.model = ? AND h.resolution = ? AND h.variant = ? AND h.state = 'CAPTURED'
              AND h.resolved_at >= ? AND h.resolved_at < ?
            GROUP BY h.length_nanos, h.amount, h.captured
            """;

    @Inject
    Sql sql;
    @Inject
    Periods periods;
    @Inject
    Exchange exchange;

    /** Videos of the same length and the same price. */
    private record Group(Duration length, Credits held, Credits captured, int videos, Money billed) {

        static Group read(ResultSet row) throws SQLException {
            return new Group(Duration.ofNanos(row.getLong("length_nanos")), Credits.ofMillis(row.getLong("amount")),
                    Credits.ofMillis(row.getLong("captured")), row.getInt("videos"), Money.dollars(row.getLong("billed")));
        }

        /** A video that was charged in part would be so again. */
        Credits likewise(Credits whole) {
            return captured.equals(held) ? whole
                    : Credits.ofMillis(BigDecimal.valueOf(whole.millis()).multiply(BigDecimal.valueOf(captured.millis()))
                            .divide(BigDecimal.valueOf(held.millis()), 0, RoundingMode.CEILING).longValueExact());
        }
    }

    Reckoning at(Proposal proposal) {
        PriceKey key = proposal.key();
        YearMonth month = periods.thisMonth().minusMonths(1);
        List<Group> groups = sql.all(CHARGED, Group::read, key.model(), key.resolution(), key.variant(),
                periods.startOf(month), periods.endOf(month));
        return new Reckoning(month.format(MONTH), List.copyOf(groups.stream().map(group -> line(group, proposal))
                .collect(Collectors.toMap(Line::length, line -> line, Line::plus, TreeMap::new)).values()));
    }

    private Line line(Group group, Proposal proposal) {
        Credits charged = group.captured.times(group.videos);
        Credits proposed = group.likewise(proposal.rate().costOf(group.length)).times(group.videos);
        Money cost = proposal.cost().map(rate -> exchange.toDollars(rate.costOf(group.length))).orElse(Money.dollars(0));
        return new Line(group.length, group.videos, new Sum(charged, exchange.worth(charged), group.billed),
                new Sum(proposed, exchange.worth(proposed), Money.dollars(cost.micros() * group.videos)));
    }
}
