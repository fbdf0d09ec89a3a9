package app.inbetween.books;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.database.Sql;
import app.inbetween.ledger.Periods;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Reads the whole of the books as they were at one moment, whatever moves meanwhile, and changes nothing. */
@ApplicationScoped
class Inspector {

    /** Of one rule: what is broken more often than this is broken altogether. */
    static final int AT_MOST = 1000;

    private static final String LEDGER = """
            SELECT upper(left(rule, 1)) || substr(rule, 2) AS rule, user_id, NULL::uuid AS generation_id,
              CASE count(*) WHEN 1 THEN '' ELSE count(*) || ' times' END AS detail
            FROM ledger_violations GROUP BY rule, user_id LIMIT ?""";

    @Inject
    Sql sql;
    @Inject
    Periods periods;
    @Inject
    BooksConfig config;

    List<Finding> inspect() {
        return QuarkusTransaction.requiringNew().timeout((int) config.patience().toSeconds()).call(() -> {
            // All that follows sees what was committed before the first query, and none of what is committed since.
            sql.run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            sql.run("SET LOCAL work_mem = '64MB'");
            return read();
        });
    }

    /** In the transaction of the caller. */
    List<Finding> read() {
        List<Finding> findings = new ArrayList<>(sql.all(LEDGER, Finding::read, AT_MOST));
        Arrays.stream(Rule.values()).map(this::broken).forEach(findings::addAll);
        return findings;
    }

    private List<Finding> broken(Rule rule) {
        String zone = periods.zone().getId();
        return rule.isOfSums() ? sql.all(rule.query(), Finding::read, zone, zone, rule.words(), AT_MOST)
                : sql.all(rule.query(), Finding::read, rule.words(), AT_MOST);
    }
}
