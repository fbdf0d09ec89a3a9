-- Something a person is told on every page until they put it away.
CREATE TABLE notice (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL CONSTRAINT notice_is_for_a_user REFERENCES app_user,
  key text NOT NULL,
  tone text NOT NULL,
  title text NOT NULL,
  text text NOT NULL,
  href text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL,
  dismissed_at timestamptz,
  CONSTRAINT notice_is_given_once_per_key UNIQUE (user_id, key),
  CONSTRAINT notice_tone_is_known CHECK (tone IN ('TIP', 'GOOD', 'WARN', 'BAD'))
);

CREATE INDEX notice_of_user_to_show ON notice (user_id, created_at) WHERE dismissed_at IS NULL;
