-- How fast a provider may be called, counted over all nodes: one row for what it is handed and one for what it is asked.
CREATE TABLE provider_lane (
  provider text NOT NULL,
  lane text NOT NULL,
  -- the tokens that are out: so many of them were taken then
  taken_at timestamptz[] NOT NULL DEFAULT '{}',
  taken integer[] NOT NULL DEFAULT '{}',
  closed_until timestamptz,
  refusals integer NOT NULL DEFAULT 0,
  failures integer NOT NULL DEFAULT 0,
  failing_since timestamptz,
  PRIMARY KEY (provider, lane),
  CONSTRAINT provider_lane_is_known CHECK (lane IN ('SUBMIT', 'QUERY')),
  CONSTRAINT provider_lane_counts_what_was_taken_when CHECK (cardinality(taken_at) = cardinality(taken))
) WITH (fillfactor = 50);

-- Whether a provider is left alone because it has trouble. A trouble lasts until it has taken a job again.
CREATE TABLE provider_health (
  provider text PRIMARY KEY,
  last_error text,
  last_error_at timestamptz,
  reason text,
  trouble_since timestamptz,
  opened_at timestamptz,
  probe_at timestamptz,
  probing_until timestamptz,
  probes integer NOT NULL DEFAULT 0,
  CONSTRAINT provider_health_left_alone_is_looked_at_again CHECK ((opened_at IS NULL) = (probe_at IS NULL)),
  CONSTRAINT provider_health_trouble_has_a_reason CHECK (opened_at IS NULL OR (reason IS NOT NULL AND trouble_since IS NOT NULL))
);

-- What is asked of each provider next.
CREATE INDEX generation_due_by_provider ON generation (provider, state, due_at) WHERE state IN ('RUNNING', 'UNKNOWN');
