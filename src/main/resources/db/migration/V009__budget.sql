-- What a person may spend; null is no limit of that kind. Credits are millicredits.
CREATE TABLE spending_limit (
  user_id uuid PRIMARY KEY CONSTRAINT spending_limit_is_of_a_user REFERENCES app_user,
  -- set by an administrator; where null, the configured one holds
  daily_cap bigint,
  monthly_cap bigint,
  max_concurrent integer,
  -- set by the person
  own_monthly_cap bigint,
  ask_above bigint,
  CONSTRAINT spending_limit_is_not_negative CHECK (daily_cap >= 0 AND monthly_cap >= 0 AND own_monthly_cap >= 0 AND ask_above >= 0),
  CONSTRAINT spending_limit_lets_something_run CHECK (max_concurrent >= 1)
);

-- What a provider may cost in a day, in millionths of a US dollar; beyond it nothing more is sent to it until the next day.
CREATE TABLE provider_budget (
  provider text PRIMARY KEY,
  daily_dollar_micros bigint NOT NULL,
  CONSTRAINT provider_budget_is_not_negative CHECK (daily_dollar_micros >= 0)
);

-- Credits everyone it applies to is given each month. An ended one stays for the lots that came of it.
CREATE TABLE allowance (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  applies_to text NOT NULL,
  claim text NOT NULL DEFAULT '',
  amount bigint NOT NULL,
  rollover_cap bigint NOT NULL,
  starts_on date NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL CONSTRAINT allowance_was_made_by_a_user REFERENCES app_user,
  ended_at timestamptz,
  CONSTRAINT allowance_applies_to_someone CHECK (applies_to IN ('EVERYONE', 'ROLE', 'GROUP') AND (applies_to = 'EVERYONE') = (claim = '')),
  CONSTRAINT allowance_gives_something CHECK (amount > 0),
  CONSTRAINT allowance_rolls_over_something_or_nothing CHECK (rollover_cap >= 0)
);

-- Who was given which allowance for which month, so that whoever is still to get one is found quickly. That nobody gets one
-- twice does not rest on it alone: the entry in the ledger has a key of its own.
CREATE TABLE allowance_given (
  allowance uuid CONSTRAINT allowance_given_is_of_an_allowance REFERENCES allowance,
  user_id uuid CONSTRAINT allowance_given_is_for_a_user REFERENCES app_user,
  month date,
  PRIMARY KEY (allowance, user_id, month),
  CONSTRAINT allowance_given_is_for_a_whole_month CHECK (extract(day FROM month) = 1)
);

-- A person asks for credits; an administrator decides.
CREATE TABLE credit_request (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL CONSTRAINT credit_request_is_of_a_user REFERENCES app_user,
  amount bigint NOT NULL,
  reason text NOT NULL,
  needed_until date,
  state text NOT NULL DEFAULT 'OPEN',
  granted bigint,
  granted_until date,
  answer text NOT NULL DEFAULT '',
  decided_by uuid CONSTRAINT credit_request_was_decided_by_a_user REFERENCES app_user,
  created_at timestamptz NOT NULL,
  decided_at timestamptz,
  CONSTRAINT credit_request_asks_for_something CHECK (amount > 0),
  CONSTRAINT credit_request_state_is_known CHECK (state IN ('OPEN', 'APPROVED', 'DECLINED', 'WITHDRAWN')),
  CONSTRAINT credit_request_is_decided_once_it_is_not_open CHECK ((state = 'OPEN') = (decided_at IS NULL)),
  CONSTRAINT credit_request_approved_says_how_much CHECK ((state = 'APPROVED') = (granted IS NOT NULL))
);

CREATE UNIQUE INDEX credit_request_is_open_once_per_user ON credit_request (user_id) WHERE state = 'OPEN';
CREATE INDEX credit_request_open_oldest_first ON credit_request (created_at, id) WHERE state = 'OPEN';
CREATE INDEX credit_request_decided_newest_first ON credit_request (decided_at DESC, id DESC) WHERE decided_at IS NOT NULL;
CREATE INDEX credit_request_of_user_newest_first ON credit_request (user_id, created_at DESC);
