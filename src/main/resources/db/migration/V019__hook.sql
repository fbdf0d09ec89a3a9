-- What providers told of by themselves and could prove to have told. Not the body: what it says is read from the provider again.
CREATE TABLE hook (
  id uuid PRIMARY KEY,
  provider text NOT NULL,
  hint_id text NOT NULL,
  attempt_token text NOT NULL,
  remote_id text NOT NULL,
  body_bytes integer NOT NULL,
  received_at timestamptz NOT NULL,
  -- the generation that somebody has in hand just now
  waits_for uuid,
  processed_at timestamptz,
  CONSTRAINT hook_is_taken_in_once_per_hint UNIQUE (provider, hint_id)
);

-- Inbox.unprocessed
CREATE INDEX hook_unprocessed ON hook (received_at) WHERE processed_at IS NULL;
-- Inbox.waitingFor
CREATE INDEX hook_waiting_for_generation ON hook (waits_for) WHERE processed_at IS NULL AND waits_for IS NOT NULL;
-- Inbox.sweep
CREATE INDEX hook_by_age ON hook (received_at);

-- Hints.generationOf and Hints.isTaken
CREATE INDEX generation_unfinished_by_attempt_token ON generation (attempt_token)
  WHERE finished_at IS NULL AND attempt_token IS NOT NULL;
CREATE INDEX generation_by_remote_id ON generation (remote_id, provider) WHERE remote_id IS NOT NULL;
