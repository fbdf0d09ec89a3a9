-- Who did what, to whom, what was so before and after, and from where.
CREATE TABLE audit_entry (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  actor uuid NOT NULL CONSTRAINT audit_entry_was_caused_by_a_user REFERENCES app_user,
  action text NOT NULL,
  -- whom it concerned, where it concerned a person
  subject uuid CONSTRAINT audit_entry_concerns_a_user REFERENCES app_user,
  -- what it concerned, in words
  object text NOT NULL,
  before text NOT NULL,
  after text NOT NULL,
  reason text NOT NULL,
  address text NOT NULL,
  CONSTRAINT audit_entry_says_what_was_done CHECK (action <> '')
);

CREATE INDEX audit_entry_newest_first ON audit_entry (at DESC, id DESC);
CREATE INDEX audit_entry_of_subject_newest_first ON audit_entry (subject, at DESC, id DESC);
CREATE INDEX audit_entry_of_actor_newest_first ON audit_entry (actor, at DESC, id DESC);

CREATE TRIGGER audit_entry_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- Audit.page with a filter: what was done.
CREATE INDEX audit_entry_of_action_newest_first ON audit_entry (action, at DESC, id DESC);

-- A form an administrator sent, and what came of it: sent twice, it is done once.
CREATE TABLE sent_form (
  key uuid PRIMARY KEY,
  said text NOT NULL,
  outcome text NOT NULL DEFAULT '',
  at timestamptz NOT NULL
);

-- Credits for many at once: drafted and looked at first, then given. Credits are millicredits.
CREATE TABLE bulk_grant (
  id uuid PRIMARY KEY,
  audience text NOT NULL,
  amount bigint NOT NULL,
  reason text NOT NULL,
  expires_at timestamptz,
  -- what was typed that names nobody, or nobody who can be given anything
  unknown text[] NOT NULL DEFAULT '{}',
  drafted_by uuid NOT NULL CONSTRAINT bulk_grant_was_drafted_by_a_user REFERENCES app_user,
  drafted_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  CONSTRAINT bulk_grant_gives_something CHECK (amount > 0)
);

CREATE INDEX bulk_grant_confirmed_newest_first ON bulk_grant (confirmed_at DESC) WHERE confirmed_at IS NOT NULL;

CREATE TABLE bulk_grant_person (
  bulk_grant uuid NOT NULL CONSTRAINT bulk_grant_person_is_of_a_bulk_grant REFERENCES bulk_grant,
  user_id uuid NOT NULL CONSTRAINT bulk_grant_person_is_a_user REFERENCES app_user,
  given_at timestamptz,
  PRIMARY KEY (bulk_grant, user_id)
);

CREATE INDEX bulk_grant_person_waiting ON bulk_grant_person (bulk_grant, user_id) WHERE given_at IS NULL;
