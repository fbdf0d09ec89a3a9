-- A film is its owner's as soon as it is stored and known to be one; poster, preview and likeness follow right afterwards.
ALTER TABLE video
  ALTER COLUMN poster_key DROP NOT NULL,
  ALTER COLUMN preview_key DROP NOT NULL,
  ALTER COLUMN first_similarity DROP NOT NULL,
  ALTER COLUMN last_similarity DROP NOT NULL,
  ADD COLUMN finish_due_at timestamptz,
  ADD COLUMN finish_tries integer NOT NULL DEFAULT 0,
  ADD COLUMN fault text,
  ADD CONSTRAINT video_is_finished_wholly_or_not_at_all
    CHECK (num_nonnulls(poster_key, preview_key, first_similarity, last_similarity) IN (0, 4)),
  ADD CONSTRAINT video_is_finished_or_faulty_or_due
    CHECK (num_nonnulls(poster_key, finish_due_at, fault) = 1),
  ADD CONSTRAINT video_finish_tries_are_never_negative CHECK (finish_tries >= 0);

-- For Video.DUE_TO_FINISH.
CREATE INDEX video_due_to_finish ON video (finish_due_at) WHERE finish_due_at IS NOT NULL;
