-- What administrators took off the shelf. What has no row is offered.
CREATE TABLE provider_switched_off (
  provider text PRIMARY KEY,
  since timestamptz NOT NULL,
  switched_off_by uuid NOT NULL CONSTRAINT provider_was_switched_off_by_a_user REFERENCES app_user,
  reason text NOT NULL,
  CONSTRAINT provider_switched_off_says_why CHECK (length(reason) >= 8)
);

CREATE TABLE model_hidden (
  model text PRIMARY KEY,
  since timestamptz NOT NULL,
  hidden_by uuid NOT NULL CONSTRAINT model_was_hidden_by_a_user REFERENCES app_user
);

-- What a provider said when an administrator last tested it. The balance outlives a test that could not learn it.
CREATE TABLE provider_checkup (
  provider text PRIMARY KEY,
  at timestamptz NOT NULL,
  trouble text,
  words text NOT NULL,
  balance text,
  balance_at timestamptz,
  CONSTRAINT provider_checkup_knows_when_it_learnt_the_balance CHECK ((balance IS NULL) = (balance_at IS NULL))
);

-- Affairs.failures
CREATE INDEX generation_failed_of_provider_newest_first ON generation (provider, finished_at DESC) WHERE state = 'FAILED';
