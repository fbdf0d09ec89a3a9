-- What was charged, by day and model and by month and person. Movements add a row to spend_delta in their own transaction,
-- so that no two people ever wait for each other's sum; a worker folds those into the two tables. What is shown is always
-- the sum of both, so it is exact at any moment. Days and months begin in the zone of inbetween.ledger.time-zone.
CREATE TABLE spend_delta (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  day date NOT NULL,
  user_id uuid NOT NULL,
  model text NOT NULL,
  captured bigint NOT NULL,
  refunded bigint NOT NULL,
  clips integer NOT NULL,
  cost_micros bigint NOT NULL
);

CREATE TABLE spend_day (
  day date NOT NULL,
  model text NOT NULL,
  captured bigint NOT NULL,
  refunded bigint NOT NULL,
  clips integer NOT NULL,
  cost_micros bigint NOT NULL,
  PRIMARY KEY (day, model)
);

CREATE TABLE spend_month (
  month date NOT NULL,
  user_id uuid NOT NULL,
  model text NOT NULL,
  captured bigint NOT NULL,
  refunded bigint NOT NULL,
  clips integer NOT NULL,
  cost_micros bigint NOT NULL,
  PRIMARY KEY (month, user_id, model)
);

CREATE INDEX spend_month_of_user ON spend_month (user_id, month);

-- What the provider bills us for a generation: money, not credits. Millionths of its currency, and of a US dollar.
CREATE TABLE provider_cost (
  generation_id uuid PRIMARY KEY,
  user_id uuid NOT NULL CONSTRAINT provider_cost_was_caused_by_a_user REFERENCES app_user,
  provider text NOT NULL,
  model text NOT NULL,
  amount_micros bigint NOT NULL,
  currency text NOT NULL,
  dollar_micros bigint NOT NULL,
  at timestamptz NOT NULL,
  CONSTRAINT provider_cost_is_not_negative CHECK (amount_micros >= 0 AND dollar_micros >= 0)
);

CREATE INDEX provider_cost_of_provider_by_time ON provider_cost (provider, at);

INSERT INTO spend_delta (day, user_id, model, captured, refunded, clips, cost_micros)
SELECT cast(e.at AT TIME ZONE 'UTC' AS date), e.user_id, h.model, CASE e.kind WHEN 'CAPTURE' THEN e.amount ELSE 0 END,
  CASE e.kind WHEN 'REFUND' THEN e.amount ELSE 0 END, CASE e.kind WHEN 'CAPTURE' THEN 1 ELSE 0 END, 0
FROM credit_entry e JOIN credit_hold h ON h.id = e.hold_id WHERE e.kind IN ('CAPTURE', 'REFUND');

-- Movements of a kind, for administrators; the two frequent kinds are found along the time itself.
CREATE INDEX credit_entry_of_seldom_kind_by_time ON credit_entry (kind, at DESC, id DESC) WHERE kind NOT IN ('HOLD', 'CAPTURE');
