package app.inbetween.books;

import java.util.Arrays;

/**
 * What must not be, beside what the ledger says of itself in {@code ledger_violations}. Each is one query over everything,
 * whose rows are user, generation and detail.
 */
public enum Rule {

    UNFINISHED_WITHOUT_HOLD("A clip under way has nothing held for it", Advice.STOP, """
            SELECT g.owner, g.id, 'the clip says ' || in_credits(g.held)
            FROM generation g LEFT JOIN credit_hold h ON h.generation_id = g.id AND h.state = 'OPEN'
            WHERE g.finished_at IS NULL AND h.id IS NULL"""),

    UNFINISHED_HOLDS_OTHERWISE("A clip under way says another amount than is held", Advice.CORRECT, """
            SELECT g.owner, g.id, 'the clip says ' || in_credits(g.held) || ', the hold ' || in_credits(h.amount)
            FROM generation g JOIN credit_hold h ON h.generation_id = g.id AND h.state = 'OPEN'
            WHERE g.finished_at IS NULL AND h.amount <> g.held"""),

    PAID_BY_ANOTHER("A clip is paid for by somebody else than its owner", Advice.CORRECT, """
            SELECT g.owner, g.id, in_credits(h.amount) || ' held of user ' || h.user_id
            FROM generation g JOIN credit_hold h ON h.generation_id = g.id
            -- The key of what was handed over names those who had it before.
            WHERE h.user_id <> g.owner AND position(' of ' || h.user_id IN g.idempotency_key) = 0"""),

    HELD_FOR_NOTHING("Credits are held for no clip under way", Advice.RETURN,
            """
                    SELECT h.user_id, h.generation_id, in_credits(h.amount) || ' held, ' || coalesce('the clip is ' || g.state, 'no such clip')
                    FROM credit_hold h LEFT JOIN generation g ON g.id = h.generation_id
                    WHERE h.state = 'OPEN' AND (g.id IS NULL OR g.finished_at IS NOT NULL)"""),

    DELIVERED_UNCHARGED("A clip was delivered and not charged", Advice.CORRECT, """
            SELECT g.owner, g.id, coalesce('the hold is ' || h.state, 'there is no hold')
            FROM generation g LEFT JOIN credit_hold h ON h.generation_id = g.id
            WHERE g.state = 'SUCCEEDED' AND h.state IS DISTINCT FROM 'CAPTURED'"""),

    CHARGED_OTHERWISE("A clip says another charge than the ledger", Advice.CORRECT, """
            SELECT g.owner, g.id, 'the clip says ' || coalesce(in_credits(g.charged), 'nothing') || ', the ledger '
              || in_credits(coalesce(h.captured, 0))
            FROM generation g JOIN credit_hold h ON h.generation_id = g.id
            WHERE (g.state, h.state) IN (('SUCCEEDED', 'CAPTURED'), ('CANCELLED', 'CAPTURED'), ('CANCELLED', 'RELEASED'),
                ('FAILED', 'RELEASED'))
              AND coalesce(g.charged, CASE g.state WHEN 'FAILED' THEN 0 END) IS DISTINCT FROM coalesce(h.captured, 0)"""),

    DELIVERED_WITHOUT_FILM("A clip was delivered and has no film", Advice.REFUND, """
            SELECT g.owner, g.id, in_credits(g.charged) || ' charged'
            FROM generation g LEFT JOIN video v ON v.generation = g.id WHERE g.state = 'SUCCEEDED' AND v.id IS NULL"""),

    FILM_UNDELIVERED("A film is there whose clip was not delivered", Advice.LOOK, """
            SELECT v.owner, g.id, 'the clip is ' || g.state
            FROM video v JOIN generation g ON g.id = v.generation WHERE g.state <> 'SUCCEEDED'"""),

    CHARGED_FOR_NOTHING("Credits were charged for a clip that was neither delivered nor cancelled at a price", Advice.REFUND,
            """
                    SELECT h.user_id, h.generation_id, in_credits(h.captured) || ' charged, ' || coalesce('the clip is ' || g.state, 'no such clip')
                    FROM credit_hold h LEFT JOIN generation g ON g.id = h.generation_id
                    WHERE h.state = 'CAPTURED' AND (g.id IS NULL OR g.state NOT IN ('SUCCEEDED', 'CANCELLED'))"""),

    ENDED_WITHOUT_HOLD("A clip ended without a film, and nothing was ever held for it", Advice.LOOK, """
            SELECT g.owner, g.id, 'the clip is ' || g.state
            FROM generation g LEFT JOIN credit_hold h ON h.generation_id = g.id
            WHERE g.state IN ('FAILED', 'CANCELLED') AND h.id IS NULL"""),

    COST_MISSING("A charged clip costs the studio something that is not entered", Advice.COST,
            """
                    SELECT h.user_id, h.generation_id, h.model || ' bills ' || in_money(h.cost_micros, h.cost_currency) || ' for the whole clip'
                    FROM credit_hold h LEFT JOIN provider_cost c ON c.generation_id = h.generation_id
                    WHERE h.state = 'CAPTURED' AND h.cost_micros IS NOT NULL AND c.generation_id IS NULL"""),

    COST_FOR_NOTHING("A cost is entered for a clip that was neither charged nor billed by its provider", Advice.COST, """
            SELECT c.user_id, c.generation_id, in_money(c.amount_micros, c.currency)
            FROM provider_cost c LEFT JOIN credit_hold h ON h.generation_id = c.generation_id
              LEFT JOIN generation g ON g.id = c.generation_id
            WHERE NOT coalesce(h.cost_micros IS NOT NULL
              AND (h.state = 'CAPTURED' OR g.state = 'FAILED' AND g.failure_billing = 'BILLED'), false)"""),

    COST_OTHERWISE("A cost is entered otherwise than its clip says", Advice.COST, """
            SELECT c.user_id, c.generation_id, c.provider || ', ' || c.model || ', ' || in_money(c.amount_micros, c.currency)
              || '; the clip says ' || h.model || ', ' || in_money(h.cost_micros, h.cost_currency) || ' for the whole'
            FROM provider_cost c JOIN credit_hold h ON h.generation_id = c.generation_id
            WHERE h.cost_micros IS NOT NULL AND (c.user_id, c.provider, c.model, c.currency, c.amount_micros) <>
              (h.user_id, split_part(h.model, '/', 1), h.model, h.cost_currency,
                CASE WHEN h.state = 'CAPTURED' AND h.amount > 0
                  THEN ceil(h.cost_micros::numeric * h.captured / h.amount) ELSE h.cost_micros END)"""),

    DAY_OTHERWISE("The sums of a day are not those of its movements", Advice.SUMS,
            """
                    SELECT NULL::uuid, NULL::uuid, day || ', ' || model || ': charged ' || in_credits(captured) || ', given back '
                      || in_credits(refunded) || ', ' || clips || ' clips, ' || in_money(cost, 'USD') || ' more in the sums than in the movements'
                    FROM (
                      SELECT day, model, sum(captured) AS captured, sum(refunded) AS refunded, sum(clips) AS clips, sum(cost_micros) AS cost
                      FROM (SELECT day, model, captured, refunded, clips, cost_micros FROM spend_day
                        UNION ALL SELECT day, model, captured, refunded, clips, cost_micros FROM spend_delta
                        UNION ALL SELECT day, model, -captured, -refunded, -clips, -cost_micros FROM moved) both_sides
                      GROUP BY day, model) difference
                    WHERE (captured, refunded, clips, cost) <> (0, 0, 0, 0)"""),

    MONTH_OTHERWISE("The sums of a person's month are not those of its movements", Advice.SUMS,
            """
                    SELECT user_id, NULL::uuid, to_char(month, 'YYYY-MM') || ', ' || model || ': charged ' || in_credits(captured) || ', given back '
                      || in_credits(refunded) || ', ' || clips || ' clips, ' || in_money(cost, 'USD') || ' more in the sums than in the movements'
                    FROM (
                      SELECT month, user_id, model, sum(captured) AS captured, sum(refunded) AS refunded, sum(clips) AS clips,
                        sum(cost_micros) AS cost
                      FROM (SELECT month, user_id, model, captured, refunded, clips, cost_micros FROM spend_month
                        UNION ALL SELECT date_trunc('month', day)::date, user_id, model, captured, refunded, clips, cost_micros FROM spend_delta
                        UNION ALL SELECT date_trunc('month', day)::date, user_id, model, -captured, -refunded, -clips, -cost_micros
                          FROM moved) both_sides
                      GROUP BY month, user_id, model) difference
                    WHERE (captured, refunded, clips, cost) <> (0, 0, 0, 0)""");

    /** What to do about it. */
    private enum Advice {
        STOP("Look at the clip: it must not be sent to its provider. Give it up, and find out how it came to be."),
        CORRECT("Compare the clip with the person's statement, then grant or refund the difference with a reason."),
        RETURN("The credits are neither free nor spent. Find out why the clip ended without its hold, then grant the same amount."),
        REFUND("Refund the charge on the person's page, with a reason that names the clip."),
        COST("Compare with the provider's invoice. Credits are not touched by this, only what the studio believes it pays."),
        SUMS("The movements are right, the sums of the charts are not. After a change of the studio's time zone this is expected: "
                + "days before it were counted in the zone before."),
        LOOK("Look at the clip's story and at the log of that time.");

        private final String words;

        Advice(String words) {
            this.words = words;
        }
    }

    /** What to do about a finding of the ledger's own rules. */
    private static final String OF_THE_LEDGER = "The account itself does not add up. Deactivate the person until it is understood: "
            + "compare the movements one by one, and correct with a new movement, never by hand.";

    private static final String MOVED = """
            WITH moved AS (
              SELECT cast(e.at AT TIME ZONE ? AS date) AS day, e.user_id, h.model,
                CASE e.kind WHEN 'CAPTURE' THEN e.amount ELSE 0 END AS captured,
                CASE e.kind WHEN 'REFUND' THEN e.amount ELSE 0 END AS refunded,
                CASE e.kind WHEN 'CAPTURE' THEN 1 ELSE 0 END AS clips, 0::bigint AS cost_micros
              FROM credit_entry e JOIN credit_hold h ON h.id = e.hold_id WHERE e.kind IN ('CAPTURE', 'REFUND')
              UNION ALL
              SELECT cast(at AT TIME ZONE ? AS date), user_id, model, 0, 0, 0, dollar_micros FROM provider_cost
            )
            """;

    private final String words;
    private final Advice advice;
    private final String sql;

    Rule(String words, Advice advice, String sql) {
        this.words = words;
        this.advice = advice;
        this.sql = sql;
    }

    /** What to do about findings of that rule. */
    public static String advice(String rule) {
        return Arrays.stream(values()).filter(it -> it.words.equals(rule)).findFirst().map(it -> it.advice.words)
                .orElse(OF_THE_LEDGER);
    }

    public String words() {
        return words;
    }

    /** Whether its query names the time zone of the studio, twice. */
    boolean isOfSums() {
        return sql.contains("moved");
    }

    /** Its rows are {@code rule, user_id, generation_id, detail}; the last value is how many at most. */
    String query() {
        return (isOfSums() ? MOVED : "") + "SELECT ? AS rule, finding.* FROM (" + sql
                + ") finding (user_id, generation_id, detail) LIMIT ?";
    }
}
