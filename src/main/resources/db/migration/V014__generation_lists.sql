-- Lists over everybody's clips, for administrators.
CREATE INDEX generation_newest_first ON generation (created_at DESC, id DESC);
CREATE INDEX generation_of_owner_newest_first ON generation (owner, created_at DESC, id DESC);
CREATE INDEX generation_of_model_newest_first ON generation (model, created_at DESC, id DESC);
CREATE INDEX generation_unfinished_newest_first ON generation (created_at DESC, id DESC) WHERE finished_at IS NULL;
-- Written once in a clip's life, when it ends.
CREATE INDEX generation_ended_by_state ON generation (state, created_at DESC, id DESC) WHERE finished_at IS NOT NULL;
CREATE INDEX generation_finished_of_model ON generation (model, finished_at DESC) INCLUDE (state, created_at, submitting_at)
  WHERE finished_at IS NOT NULL;
CREATE INDEX generation_unfinished_by_state ON generation (state, created_at) WHERE finished_at IS NULL;
CREATE INDEX generation_needing_attention ON generation (created_at) WHERE state = 'NEEDS_ATTENTION';

-- What administrators decided about clips that did not get on by themselves. The id is the key of the form it was decided with,
-- so that a second click is the same decision.
CREATE TABLE generation_intervention (
  id uuid PRIMARY KEY,
  generation uuid NOT NULL CONSTRAINT generation_intervention_concerns_a_generation REFERENCES generation,
  verb text NOT NULL,
  actor uuid NOT NULL CONSTRAINT generation_intervention_was_made_by_a_user REFERENCES app_user,
  reason text NOT NULL,
  at timestamptz NOT NULL,
  CONSTRAINT generation_intervention_verb_is_known CHECK (verb IN ('DELIVER', 'ATTACH', 'RELEASE', 'RETRY', 'LOSE')),
  CONSTRAINT generation_intervention_says_why CHECK (length(reason) >= 8)
);

CREATE INDEX generation_intervention_of_generation ON generation_intervention (generation, at);
-- How many of the newest ones succeeded; those that were called off are left aside.
CREATE INDEX generation_succeeded_or_failed_newest_first ON generation (finished_at DESC) INCLUDE (state)
  WHERE state IN ('SUCCEEDED', 'FAILED');
