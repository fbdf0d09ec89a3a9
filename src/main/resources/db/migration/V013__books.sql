-- The books are checked every night and on demand. A finding is shown, never mended.
CREATE TABLE book_check (
  id uuid PRIMARY KEY,
  asked_by uuid CONSTRAINT book_check_was_asked_for_by_a_user REFERENCES app_user,
  started_at timestamptz NOT NULL,
  finished_at timestamptz NOT NULL,
  -- how many there are in book_finding
  findings integer NOT NULL DEFAULT 0,
  CONSTRAINT book_check_finds_something_or_nothing CHECK (findings >= 0)
);

CREATE INDEX book_check_newest_first ON book_check (started_at DESC);

CREATE TABLE book_finding (
  id uuid PRIMARY KEY,
  book_check uuid NOT NULL CONSTRAINT book_finding_is_of_a_check REFERENCES book_check,
  rule text NOT NULL,
  user_id uuid,
  generation_id uuid,
  detail text NOT NULL
);

CREATE INDEX book_finding_of_check ON book_finding (book_check, rule);

-- How amounts are written in a finding.
CREATE FUNCTION in_credits(millis numeric) RETURNS text LANGUAGE sql IMMUTABLE
  RETURN trim_scale(round(millis / 1000, 3))::text;

CREATE FUNCTION in_money(micros numeric, currency text) RETURNS text LANGUAGE sql IMMUTABLE
  RETURN trim_scale(round(micros / 1000000, 6)) || ' ' || currency;
