CREATE TABLE app_user (
  id uuid PRIMARY KEY,
  issuer text NOT NULL,
  subject text NOT NULL,
  name text NOT NULL,
  email text,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT app_user_is_one_account_per_issuer_and_subject UNIQUE (issuer, subject)
);
