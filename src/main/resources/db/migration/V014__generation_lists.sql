-- Lists over everybody's clips, for administrators.
CREATE INDEX generation_newest_first ON generation (created_at DESC, id DESC);
CREATE INDEX generation_finished_of_model ON generation (model, finished_at DESC) INCLUDE (state, created_at, submitting_at)
  WHERE finished_at IS NOT NULL;
CREATE INDEX generation_unfinished_by_state ON generation (state, created_at) WHERE finished_at IS NULL;
CREATE INDEX generation_needing_attention ON generation (created_at) WHERE state = 'NEEDS_ATTENTION';
