-- All amounts are millicredits: 1 credit = 1000.

CREATE TABLE credit_account (
  user_id uuid PRIMARY KEY,
  available bigint NOT NULL DEFAULT 0,
  held bigint NOT NULL DEFAULT 0,
  spent bigint NOT NULL DEFAULT 0,
  granted bigint NOT NULL DEFAULT 0,
  seq bigint NOT NULL DEFAULT 0,
  CONSTRAINT credit_account_belongs_to_a_user FOREIGN KEY (user_id) REFERENCES app_user,
  CONSTRAINT credit_account_conserves_every_credit CHECK (available + held + spent = granted),
  CONSTRAINT credit_account_is_never_overdrawn CHECK (available >= 0),
  CONSTRAINT credit_account_never_holds_less_than_nothing CHECK (held >= 0),
  CONSTRAINT credit_account_never_spent_less_than_nothing CHECK (spent >= 0)
) WITH (fillfactor = 50);

-- People who signed in before there were credits.
INSERT INTO credit_account (user_id) SELECT id FROM app_user;

-- generation_id has no foreign key: the ledger does not know what a generation is, only that it pays once.
CREATE TABLE credit_hold (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL,
  generation_id uuid NOT NULL,
  title text NOT NULL,
  amount bigint NOT NULL,
  captured bigint,
  refunded bigint NOT NULL DEFAULT 0,
  state text NOT NULL DEFAULT 'OPEN',
  model text NOT NULL,
  resolution text NOT NULL,
  length_nanos bigint NOT NULL,
  per_second bigint NOT NULL,
  rounding text NOT NULL,
  price_version integer NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT credit_hold_belongs_to_an_account FOREIGN KEY (user_id) REFERENCES credit_account,
  CONSTRAINT credit_hold_is_the_only_one_of_its_generation UNIQUE (generation_id),
  CONSTRAINT credit_hold_holds_something CHECK (amount > 0),
  CONSTRAINT credit_hold_captures_at_most_what_it_holds CHECK (captured BETWEEN 0 AND amount),
  CONSTRAINT credit_hold_refunds_at_most_what_it_captured CHECK (refunded BETWEEN 0 AND coalesce(captured, 0)),
  CONSTRAINT credit_hold_state_is_known CHECK (state IN ('OPEN', 'CAPTURED', 'RELEASED')),
  CONSTRAINT credit_hold_captured_says_how_much CHECK ((state = 'CAPTURED') = (captured IS NOT NULL)),
  CONSTRAINT credit_hold_rounding_is_known CHECK (rounding IN ('UP')),
  CONSTRAINT credit_hold_has_a_length_and_a_rate CHECK (length_nanos > 0 AND per_second > 0)
) WITH (fillfactor = 80);

CREATE INDEX credit_hold_open_ones_of_a_user ON credit_hold (user_id) WHERE state = 'OPEN';

CREATE TABLE credit_entry (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL,
  seq bigint NOT NULL,
  kind text NOT NULL,
  hold_id uuid,
  original_id uuid,
  amount bigint NOT NULL,
  available_after bigint NOT NULL,
  held_after bigint NOT NULL,
  spent_after bigint NOT NULL,
  actor uuid,
  reason text NOT NULL,
  idempotency_key text NOT NULL,
  at timestamptz NOT NULL,
  CONSTRAINT credit_entry_belongs_to_an_account FOREIGN KEY (user_id) REFERENCES credit_account,
  CONSTRAINT credit_entry_concerns_a_hold FOREIGN KEY (hold_id) REFERENCES credit_hold,
  CONSTRAINT credit_entry_corrects_an_entry FOREIGN KEY (original_id) REFERENCES credit_entry,
  CONSTRAINT credit_entry_was_made_by_a_user FOREIGN KEY (actor) REFERENCES app_user,
  CONSTRAINT credit_entry_is_numbered_within_its_account UNIQUE (user_id, seq),
  CONSTRAINT credit_entry_is_made_once_per_key UNIQUE (idempotency_key),
  CONSTRAINT credit_entry_kind_is_known CHECK (kind IN ('GRANT', 'HOLD', 'CAPTURE', 'RELEASE', 'REFUND')),
  CONSTRAINT credit_entry_amount_is_not_negative CHECK (amount >= 0),
  CONSTRAINT credit_entry_concerns_a_hold_unless_it_grants CHECK ((kind = 'GRANT') = (hold_id IS NULL)),
  CONSTRAINT credit_entry_refund_points_to_its_capture CHECK ((kind = 'REFUND') = (original_id IS NOT NULL))
);

CREATE UNIQUE INDEX credit_entry_holds_a_hold_once ON credit_entry (hold_id) WHERE kind = 'HOLD';
CREATE UNIQUE INDEX credit_entry_resolves_a_hold_once ON credit_entry (hold_id) WHERE kind IN ('CAPTURE', 'RELEASE');
CREATE INDEX credit_entry_refunds_of_a_hold ON credit_entry (hold_id) WHERE kind = 'REFUND';

CREATE FUNCTION credit_entry_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'credit_entry is append-only: correct an entry with another one';
END
$$;

CREATE TRIGGER credit_entry_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON credit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION credit_entry_refuse_change();

CREATE TABLE price (
  model text NOT NULL,
  resolution text NOT NULL,
  version integer NOT NULL,
  per_second bigint NOT NULL,
  valid_from timestamptz NOT NULL,
  PRIMARY KEY (model, resolution, version),
  CONSTRAINT price_versions_start_one_at_a_time UNIQUE (model, resolution, valid_from),
  CONSTRAINT price_is_above_zero CHECK (per_second > 0),
  CONSTRAINT price_versions_count_from_one CHECK (version > 0)
);

INSERT INTO price (model, resolution, version, per_second, valid_from) VALUES
  ('local/flow', '480p', 1, 500, '2026-01-01T00:00:00Z'),
  ('local/flow', '720p', 1, 1000, '2026-01-01T00:00:00Z'),
  ('local/flow', '1080p', 1, 2000, '2026-01-01T00:00:00Z'),
  ('local/crossfade', '480p', 1, 100, '2026-01-01T00:00:00Z'),
  ('local/crossfade', '720p', 1, 200, '2026-01-01T00:00:00Z'),
  ('local/crossfade', '1080p', 1, 400, '2026-01-01T00:00:00Z');

-- Every row is something that must not be. Empty while the books are in order.
CREATE VIEW ledger_violations AS
WITH entry AS (
  SELECT e.*, h.user_id AS hold_user_id, h.amount AS hold_amount
  FROM credit_entry e LEFT JOIN credit_hold h ON h.id = e.hold_id
), step AS (
  SELECT user_id,
    available_after - lag(available_after, 1, 0::bigint) OVER account AS available_change,
    held_after - lag(held_after, 1, 0::bigint) OVER account AS held_change,
    spent_after - lag(spent_after, 1, 0::bigint) OVER account AS spent_change,
    CASE kind WHEN 'HOLD' THEN -amount WHEN 'CAPTURE' THEN hold_amount - amount ELSE amount END AS available_due,
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
SELECT 'granted is not the sum of the grants', a.user_id
FROM credit_account a
LEFT JOIN (SELECT user_id, sum(amount) AS total FROM credit_entry WHERE kind = 'GRANT' GROUP BY user_id) e USING (user_id)
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
WHERE e.kind = 'REFUND' AND (original.kind <> 'CAPTURE' OR original.hold_id <> e.hold_id);
