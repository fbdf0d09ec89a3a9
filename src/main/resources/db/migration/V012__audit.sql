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
