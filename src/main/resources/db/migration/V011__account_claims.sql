-- What the identity provider said about a person when they last signed in, and whether they may come in at all.
ALTER TABLE app_user
  ADD COLUMN roles text[] NOT NULL DEFAULT '{}',
  ADD COLUMN groups text[] NOT NULL DEFAULT '{}',
  ADD COLUMN deactivated_at timestamptz;

-- Who has a role, as administrators who are to be told something; whom an allowance covers.
CREATE INDEX app_user_of_role ON app_user USING gin (roles);
CREATE INDEX app_user_of_group ON app_user USING gin (groups);

CREATE INDEX app_user_by_name ON app_user (lower(name), id);
