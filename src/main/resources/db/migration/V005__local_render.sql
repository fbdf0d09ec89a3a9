-- What the built-in renderer is drawing, on whichever node, so that every node can tell how it is doing.
CREATE TABLE local_render (
  id uuid PRIMARY KEY,
  generation uuid NOT NULL,
  state text NOT NULL DEFAULT 'DRAWING',
  frames_done integer NOT NULL DEFAULT 0,
  frames_total integer NOT NULL,
  cancel_requested boolean NOT NULL DEFAULT false,
  failure text,
  started_at timestamptz NOT NULL DEFAULT now(),
  beat_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT local_render_state_is_known CHECK (state IN ('DRAWING', 'DONE', 'FAILED', 'CANCELLED')),
  CONSTRAINT local_render_has_not_done_more_than_all CHECK (frames_done BETWEEN 0 AND frames_total)
);
