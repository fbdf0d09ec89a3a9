-- A price is per model, resolution and variant ("standard", "fast", "audio"). Rates and tiers are millicredits; costs, what
-- the provider bills us, are millionths of their currency.
--
-- Tiers are fixed totals by length: 'millis:amount millis:amount', ascending. A video costs the amount of the shortest tier
-- it fits in; one longer than all of them costs its length times the rate.
ALTER TABLE price
  ADD COLUMN variant text NOT NULL DEFAULT 'standard',
  ADD COLUMN tiers text NOT NULL DEFAULT '',
  ADD COLUMN rounding text NOT NULL DEFAULT 'UP',
  ADD COLUMN free boolean NOT NULL DEFAULT false,
  ADD COLUMN cost_currency text,
  ADD COLUMN cost_per_second bigint,
  ADD COLUMN cost_tiers text NOT NULL DEFAULT '',
  ADD COLUMN note text NOT NULL DEFAULT '',
  ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN created_by uuid CONSTRAINT price_was_set_by_a_user REFERENCES app_user,
  DROP CONSTRAINT price_pkey,
  DROP CONSTRAINT price_versions_start_one_at_a_time,
  DROP CONSTRAINT price_is_above_zero,
  ADD CONSTRAINT price_pkey PRIMARY KEY (model, resolution, variant, version),
  ADD CONSTRAINT price_is_above_zero_unless_free CHECK (CASE WHEN free THEN per_second = 0 AND tiers = '' ELSE per_second > 0 END),
  ADD CONSTRAINT price_tiers_are_lengths_and_amounts CHECK (tiers ~ '^(\d{1,9}:[1-9]\d{0,17}( (?=\d)|$))*$'),
  ADD CONSTRAINT price_cost_tiers_are_lengths_and_amounts CHECK (cost_tiers ~ '^(\d{1,9}:\d{1,18}( (?=\d)|$))*$'),
  ADD CONSTRAINT price_rounding_is_known CHECK (rounding IN ('UP', 'TENTH', 'WHOLE')),
  ADD CONSTRAINT price_cost_has_a_currency CHECK ((cost_currency IS NULL) = (cost_per_second IS NULL)),
  ADD CONSTRAINT price_cost_is_not_negative CHECK (cost_per_second >= 0);

CREATE INDEX price_in_force ON price (model, resolution, variant, valid_from DESC);

-- A version that has not begun yet can be called off; it stays in the history. One that has begun can only be followed.
CREATE TABLE price_withdrawal (
  model text NOT NULL,
  resolution text NOT NULL,
  variant text NOT NULL,
  version integer NOT NULL,
  reason text NOT NULL,
  withdrawn_at timestamptz NOT NULL,
  withdrawn_by uuid NOT NULL CONSTRAINT price_was_withdrawn_by_a_user REFERENCES app_user,
  CONSTRAINT price_is_withdrawn_once PRIMARY KEY (model, resolution, variant, version),
  CONSTRAINT price_withdrawal_concerns_a_price FOREIGN KEY (model, resolution, variant, version) REFERENCES price
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: what it says is corrected by another row', TG_TABLE_NAME;
END
$$;

CREATE TRIGGER price_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON price
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER price_withdrawal_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON price_withdrawal
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The price a person was shown, and may have until it expires.
CREATE TABLE quote (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL,
  model text NOT NULL,
  resolution text NOT NULL,
  variant text NOT NULL,
  length_nanos bigint NOT NULL,
  per_second bigint NOT NULL,
  tiers text NOT NULL,
  rounding text NOT NULL,
  price_version integer NOT NULL,
  total bigint NOT NULL,
  cost_micros bigint,
  cost_currency text,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT quote_was_given_to_a_user FOREIGN KEY (user_id) REFERENCES app_user,
  CONSTRAINT quote_cites_a_price FOREIGN KEY (model, resolution, variant, price_version) REFERENCES price,
  CONSTRAINT quote_has_a_length CHECK (length_nanos > 0),
  CONSTRAINT quote_is_never_negative CHECK (total >= 0),
  CONSTRAINT quote_cost_has_a_currency CHECK ((cost_currency IS NULL) = (cost_micros IS NULL))
);

CREATE INDEX quote_of_user_for_the_same ON quote (user_id, model, resolution, variant, length_nanos, expires_at DESC);
CREATE INDEX quote_by_expiry ON quote (expires_at);
