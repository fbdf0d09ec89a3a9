-- What a person was given is kept in lots, used by earliest expiry. A lot carries the id of the entry that made it: a grant,
-- or a refund, which never expires.
CREATE TABLE credit_lot (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL,
  source text NOT NULL,
  amount bigint NOT NULL,
  remaining bigint NOT NULL,
  exhausted boolean NOT NULL DEFAULT false,
  expires_at timestamptz,
  allowance uuid,
  created_at timestamptz NOT NULL,
  CONSTRAINT credit_lot_belongs_to_an_account FOREIGN KEY (user_id) REFERENCES credit_account,
  CONSTRAINT credit_lot_was_made_by_an_entry FOREIGN KEY (id) REFERENCES credit_entry,
  CONSTRAINT credit_lot_source_is_known CHECK (source IN ('WELCOME', 'GRANT', 'ALLOWANCE', 'REQUEST', 'REFUND')),
  CONSTRAINT credit_lot_held_something CHECK (amount > 0),
  CONSTRAINT credit_lot_has_at_most_what_it_was_made_with CHECK (remaining BETWEEN 0 AND amount),
  CONSTRAINT credit_lot_is_exhausted_when_nothing_is_left CHECK (exhausted = (remaining = 0))
) WITH (fillfactor = 70);

-- On a flag that seldom changes and not on the remainder, so that using a lot needs no new index entries.
CREATE INDEX credit_lot_usable_of_user ON credit_lot (user_id) WHERE NOT exhausted;
CREATE INDEX credit_lot_expiring ON credit_lot (expires_at) WHERE NOT exhausted AND expires_at IS NOT NULL;
CREATE INDEX credit_lot_of_allowance ON credit_lot (allowance, user_id) WHERE NOT exhausted AND allowance IS NOT NULL;

ALTER TABLE credit_hold
  ADD COLUMN quote_id uuid CONSTRAINT credit_hold_cites_a_quote REFERENCES quote,
  ADD COLUMN variant text NOT NULL DEFAULT 'standard',
  ADD COLUMN tiers text NOT NULL DEFAULT '',
  ADD COLUMN cost_micros bigint,
  ADD COLUMN cost_currency text,
  -- The lots it was taken from, in the order in which they are spent.
  ADD COLUMN lots uuid[] NOT NULL DEFAULT '{}',
  ADD COLUMN lot_amounts bigint[] NOT NULL DEFAULT '{}',
  ADD COLUMN resolved_at timestamptz,
  DROP CONSTRAINT credit_hold_holds_something,
  DROP CONSTRAINT credit_hold_has_a_length_and_a_rate,
  DROP CONSTRAINT credit_hold_rounding_is_known,
  ADD CONSTRAINT credit_hold_holds_something_unless_free CHECK (amount > 0 OR amount = 0 AND per_second = 0 AND tiers = ''),
  ADD CONSTRAINT credit_hold_has_a_length_and_a_rate CHECK (length_nanos > 0 AND per_second >= 0),
  ADD CONSTRAINT credit_hold_rounding_is_known CHECK (rounding IN ('UP', 'TENTH', 'WHOLE')),
  ADD CONSTRAINT credit_hold_names_an_amount_for_each_lot CHECK (cardinality(lots) = cardinality(lot_amounts));

CREATE INDEX credit_hold_of_user_by_time ON credit_hold (user_id, created_at) INCLUDE (state, amount, captured, refunded);

ALTER TABLE credit_entry
  DROP CONSTRAINT credit_entry_kind_is_known,
  DROP CONSTRAINT credit_entry_concerns_a_hold_unless_it_grants,
  DROP CONSTRAINT credit_entry_refund_points_to_its_capture,
  ADD CONSTRAINT credit_entry_kind_is_known
    CHECK (kind IN ('GRANT', 'TAKE_BACK', 'EXPIRE', 'HOLD', 'CAPTURE', 'RELEASE', 'REFUND')),
  ADD CONSTRAINT credit_entry_concerns_a_hold_unless_it_gives_or_takes
    CHECK ((kind IN ('GRANT', 'TAKE_BACK', 'EXPIRE')) = (hold_id IS NULL)),
  ADD CONSTRAINT credit_entry_refund_points_to_its_capture CHECK (kind NOT IN ('REFUND', 'EXPIRE') OR original_id IS NOT NULL),
  ADD CONSTRAINT credit_entry_only_corrections_point_to_another
    CHECK (original_id IS NULL OR kind IN ('REFUND', 'EXPIRE', 'TAKE_BACK'));

CREATE INDEX credit_entry_by_time ON credit_entry (at DESC, id DESC);
CREATE INDEX credit_entry_of_user_by_time ON credit_entry (user_id, at);

-- What was given before there were lots never expires. What is no longer available was taken from the oldest: first all that
-- was ever spent, then the open holds in their order.
INSERT INTO credit_lot (id, user_id, source, amount, remaining, exhausted, created_at)
SELECT id, user_id, source, amount, remaining, remaining = 0, at FROM (
  SELECT e.id, e.user_id, e.amount, e.at,
    CASE WHEN e.kind = 'REFUND' THEN 'REFUND' WHEN e.idempotency_key LIKE 'grant:welcome:%' THEN 'WELCOME' ELSE 'GRANT' END AS source,
    least(e.amount, greatest(0, sum(e.amount) OVER account - (sum(e.amount) OVER whole - a.available))) AS remaining
  FROM credit_entry e JOIN credit_account a USING (user_id) WHERE e.kind IN ('GRANT', 'REFUND')
  WINDOW account AS (PARTITION BY e.user_id ORDER BY e.seq), whole AS (PARTITION BY e.user_id)) given;

UPDATE credit_hold SET lots = taken.lots, lot_amounts = taken.amounts FROM (
  SELECT h.id, array_agg(l.id ORDER BY l.upper) AS lots,
    array_agg(least(h.upper, l.upper) - greatest(h.lower, l.lower) ORDER BY l.upper) AS amounts
  FROM (
    SELECT h.id, h.user_id, h.amount,
      total - a.available - a.held + sum(h.amount) OVER queue - h.amount AS lower,
      total - a.available - a.held + sum(h.amount) OVER queue AS upper
    FROM credit_hold h JOIN credit_account a USING (user_id)
    JOIN (SELECT user_id, sum(amount) AS total FROM credit_lot GROUP BY user_id) given USING (user_id)
    WHERE h.state = 'OPEN' WINDOW queue AS (PARTITION BY h.user_id ORDER BY h.created_at, h.id)) h
  JOIN (
    SELECT l.id, l.user_id, sum(l.amount) OVER queue - l.amount AS lower, sum(l.amount) OVER queue AS upper
    FROM credit_lot l JOIN credit_entry e ON e.id = l.id WINDOW queue AS (PARTITION BY l.user_id ORDER BY e.seq)) l
    ON l.user_id = h.user_id AND l.lower < h.upper AND l.upper > h.lower
  GROUP BY h.id) taken
WHERE taken.id = credit_hold.id;

UPDATE credit_hold h SET resolved_at = e.at FROM credit_entry e WHERE e.hold_id = h.id AND e.kind IN ('CAPTURE', 'RELEASE');

-- Every row is something that must not be. Empty while the books are in order.
CREATE OR REPLACE VIEW ledger_violations AS
WITH entry AS (
  SELECT e.*, h.user_id AS hold_user_id, h.amount AS hold_amount
  FROM credit_entry e LEFT JOIN credit_hold h ON h.id = e.hold_id
), step AS (
  SELECT user_id,
    available_after - lag(available_after, 1, 0::bigint) OVER account AS available_change,
    held_after - lag(held_after, 1, 0::bigint) OVER account AS held_change,
    spent_after - lag(spent_after, 1, 0::bigint) OVER account AS spent_change,
    CASE WHEN kind IN ('HOLD', 'TAKE_BACK', 'EXPIRE') THEN -amount WHEN kind = 'CAPTURE' THEN hold_amount - amount
      ELSE amount END AS available_due,
    CASE kind WHEN 'HOLD' THEN amount WHEN 'CAPTURE' THEN -hold_amount WHEN 'RELEASE' THEN -amount ELSE 0 END AS held_due,
    CASE kind WHEN 'CAPTURE' THEN amount WHEN 'REFUND' THEN -amount ELSE 0 END AS spent_due
  FROM entry WINDOW account AS (PARTITION BY user_id ORDER BY seq)
)
SELECT 'available, held and spent do not add up to granted' AS rule, user_id
FROM credit_account WHERE available + held + spent <> granted
UNION ALL
SELECT 'held is not the sum of the open holds', a.user_id
FROM credit_account a
LEFT JOIN (SELECT user_id, sum(amount) AS total FROM credit_hold WHERE state = 'OPEN' GROUP BY user_id) h USING (user_id)
WHERE a.held <> coalesce(h.total, 0)
UNION ALL
SELECT 'spent is not what was captured less what was refunded', a.user_id
FROM credit_account a
LEFT JOIN (SELECT user_id, sum(captured - refunded) AS total FROM credit_hold GROUP BY user_id) h USING (user_id)
WHERE a.spent <> coalesce(h.total, 0)
UNION ALL
SELECT 'granted is not the sum of the grants less what was taken back and what expired', a.user_id
FROM credit_account a
LEFT JOIN (SELECT user_id, sum(CASE kind WHEN 'GRANT' THEN amount ELSE -amount END) AS total FROM credit_entry
  WHERE kind IN ('GRANT', 'TAKE_BACK', 'EXPIRE') GROUP BY user_id) e USING (user_id)
WHERE a.granted <> coalesce(e.total, 0)
UNION ALL
SELECT 'an entry is missing', a.user_id
FROM credit_account a
LEFT JOIN (SELECT user_id, count(*) AS entries, max(seq) AS last FROM credit_entry GROUP BY user_id) e USING (user_id)
WHERE a.seq <> coalesce(e.entries, 0) OR a.seq <> coalesce(e.last, 0)
UNION ALL
SELECT 'an entry does not follow from the one before', user_id
FROM step WHERE (available_change, held_change, spent_change) <> (available_due, held_due, spent_due)
UNION ALL
SELECT 'the last entry does not lead to the balance', a.user_id
FROM credit_account a
JOIN credit_entry e ON e.user_id = a.user_id AND e.seq = a.seq
WHERE (a.available, a.held, a.spent) <> (e.available_after, e.held_after, e.spent_after)
UNION ALL
SELECT 'an entry concerns the hold of somebody else', user_id
FROM entry WHERE hold_user_id <> user_id
UNION ALL
SELECT 'a hold was not entered with its amount', h.user_id
FROM credit_hold h
WHERE NOT EXISTS (SELECT 1 FROM credit_entry e WHERE e.hold_id = h.id AND e.kind = 'HOLD' AND e.amount = h.amount)
UNION ALL
SELECT 'a hold is not resolved as its entries say', h.user_id
FROM credit_hold h
LEFT JOIN credit_entry e ON e.hold_id = h.id AND e.kind IN ('CAPTURE', 'RELEASE')
WHERE (h.state, coalesce(h.captured, h.amount)) <>
  (CASE e.kind WHEN 'CAPTURE' THEN 'CAPTURED' WHEN 'RELEASE' THEN 'RELEASED' ELSE 'OPEN' END, coalesce(e.amount, h.amount))
UNION ALL
SELECT 'a hold is not refunded as its entries say', h.user_id
FROM credit_hold h
LEFT JOIN (SELECT hold_id, sum(amount) AS total FROM credit_entry WHERE kind = 'REFUND' GROUP BY hold_id) e ON e.hold_id = h.id
WHERE h.refunded <> coalesce(e.total, 0)
UNION ALL
SELECT 'more was refunded than captured', user_id
FROM credit_hold WHERE refunded > coalesce(captured, 0)
UNION ALL
SELECT 'a refund does not point to the capture of its hold', e.user_id
FROM credit_entry e JOIN credit_entry original ON original.id = e.original_id
WHERE e.kind = 'REFUND' AND (original.kind <> 'CAPTURE' OR original.hold_id <> e.hold_id)
UNION ALL
SELECT 'available is not what the lots have left', a.user_id
FROM credit_account a
LEFT JOIN (SELECT user_id, sum(remaining) AS total FROM credit_lot GROUP BY user_id) l USING (user_id)
WHERE a.available <> coalesce(l.total, 0)
UNION ALL
SELECT 'a hold was not taken from lots of its account', h.user_id
FROM credit_hold h
WHERE h.state = 'OPEN' AND h.amount <> coalesce((SELECT sum(t.amount) FROM unnest(h.lots, h.lot_amounts) AS t(lot, amount)
  JOIN credit_lot l ON l.id = t.lot AND l.user_id = h.user_id), 0)
UNION ALL
SELECT 'a grant or refund made no lot of its amount', e.user_id
FROM credit_entry e LEFT JOIN credit_lot l ON l.id = e.id AND l.user_id = e.user_id
WHERE e.kind IN ('GRANT', 'REFUND') AND e.amount IS DISTINCT FROM l.amount
UNION ALL
SELECT 'an expiry does not point to a lot', e.user_id
FROM credit_entry e LEFT JOIN credit_lot l ON l.id = e.original_id AND l.user_id = e.user_id
WHERE e.kind = 'EXPIRE' AND l.id IS NULL
UNION ALL
SELECT 'more expired of a lot than it was made with', l.user_id
FROM credit_lot l JOIN (SELECT original_id, sum(amount) AS total FROM credit_entry WHERE kind = 'EXPIRE' GROUP BY original_id) e
  ON e.original_id = l.id
WHERE e.total > l.amount;
