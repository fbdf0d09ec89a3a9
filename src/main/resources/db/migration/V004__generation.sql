-- A clip someone asked for. The row is also the job: there is no queue beside it.
CREATE TABLE generation (
  id uuid PRIMARY KEY,
  owner uuid NOT NULL CONSTRAINT generation_belongs_to_a_user REFERENCES app_user,
  idempotency_key text NOT NULL,
  title text NOT NULL,
  first_frame uuid NOT NULL CONSTRAINT generation_starts_on_a_frame REFERENCES frame,
  last_frame uuid NOT NULL CONSTRAINT generation_ends_on_a_frame REFERENCES frame,

  -- what was asked for
  provider text NOT NULL,
  model text NOT NULL,
  resolution text NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  duration_millis integer NOT NULL,
  frame_rate integer NOT NULL,
  easing text NOT NULL,
  prompt text NOT NULL,
  negative_prompt text NOT NULL,
  seed bigint NOT NULL,

  -- what it costs, in millicredits
  per_second bigint NOT NULL,
  price_version integer NOT NULL,
  held bigint NOT NULL,
  charged bigint,

  -- where it stands
  state text NOT NULL,
  due_at timestamptz NOT NULL,
  epoch bigint NOT NULL DEFAULT 0,
  leased_by text,
  lease_until timestamptz,
  attempts integer NOT NULL DEFAULT 0,
  attempt_token text,
  sent_at timestamptz,
  remote_id text,
  result_location text,
  billed_millis integer,
  misses integer NOT NULL DEFAULT 0,
  frames_done integer,
  frames_total integer,
  cancel_requested_at timestamptz,
  failure_reason text,
  failure_billing text,
  failure_detail text,

  created_at timestamptz NOT NULL,
  submitting_at timestamptz,
  running_at timestamptz,
  unknown_at timestamptz,
  saving_at timestamptz,
  finished_at timestamptz,

  CONSTRAINT generation_is_asked_for_once_per_key UNIQUE (owner, idempotency_key),
  CONSTRAINT generation_state_is_known CHECK (state IN ('QUEUED', 'SUBMITTING', 'RUNNING', 'UNKNOWN', 'SAVING',
    'NEEDS_ATTENTION', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
  CONSTRAINT generation_is_charged_at_most_what_was_held CHECK (charged BETWEEN 0 AND held),
  CONSTRAINT generation_is_finished_when_it_ended CHECK ((state IN ('SUCCEEDED', 'FAILED', 'CANCELLED')) = (finished_at IS NOT NULL)),
  CONSTRAINT generation_running_has_a_remote_id CHECK (state NOT IN ('RUNNING', 'SAVING') OR remote_id IS NOT NULL),
  CONSTRAINT generation_failed_has_a_reason CHECK (state <> 'FAILED' OR failure_reason IS NOT NULL)
) WITH (fillfactor = 70);

CREATE INDEX generation_waiting_by_owner ON generation (provider, owner, created_at, id) WHERE state = 'QUEUED';
CREATE INDEX generation_busy_by_provider ON generation (provider, owner) WHERE state IN ('SUBMITTING', 'RUNNING');
CREATE INDEX generation_due_by_state ON generation (state, due_at) WHERE state IN ('SUBMITTING', 'RUNNING', 'UNKNOWN', 'SAVING', 'NEEDS_ATTENTION');
CREATE INDEX generation_unfinished_of_owner ON generation (owner, created_at DESC) WHERE finished_at IS NULL;
CREATE INDEX generation_recent_successes_of_model ON generation (model, resolution, finished_at DESC) WHERE state = 'SUCCEEDED';

-- The film of a generation that succeeded; its presence and the capture of its price commit together.
CREATE TABLE video (
  id uuid PRIMARY KEY,
  generation uuid NOT NULL CONSTRAINT video_belongs_to_a_generation REFERENCES generation,
  owner uuid NOT NULL CONSTRAINT video_belongs_to_a_user REFERENCES app_user,
  file_key text NOT NULL,
  poster_key text NOT NULL,
  preview_key text NOT NULL,
  bytes bigint NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  frames integer NOT NULL,
  frame_rate double precision NOT NULL,
  duration_millis integer NOT NULL,
  first_similarity double precision NOT NULL,
  last_similarity double precision NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT video_is_one_per_generation UNIQUE (generation)
);

CREATE INDEX video_of_owner_newest_first ON video (owner, created_at DESC, id DESC);

-- The create form as a person left it, so that reload, errors and an expired sign-in lose nothing.
CREATE TABLE draft (
  owner uuid PRIMARY KEY CONSTRAINT draft_belongs_to_a_user REFERENCES app_user,
  idempotency_key text NOT NULL,
  title text NOT NULL DEFAULT '',
  first_frame uuid CONSTRAINT draft_starts_on_a_frame REFERENCES frame,
  last_frame uuid CONSTRAINT draft_ends_on_a_frame REFERENCES frame,
  model text,
  resolution text,
  duration_millis integer,
  frame_rate integer,
  easing text,
  prompt text NOT NULL DEFAULT '',
  negative_prompt text NOT NULL DEFAULT '',
  seed bigint,
  seed_locked boolean NOT NULL DEFAULT false
);
