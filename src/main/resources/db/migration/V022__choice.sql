-- Why a model was chosen for somebody, and what stands in for a clip that failed.
ALTER TABLE generation
  ADD COLUMN chosen_because text,
  ADD COLUMN failover text NOT NULL DEFAULT 'UNWANTED',
  -- the most a stand-in may cost, in millicredits
  ADD COLUMN failover_ceiling bigint,
  ADD COLUMN stands_in_for uuid CONSTRAINT generation_stands_in_for_a_generation REFERENCES generation,
  ADD CONSTRAINT generation_has_one_stand_in UNIQUE (stands_in_for),
  ADD CONSTRAINT generation_does_not_stand_in_for_itself CHECK (stands_in_for <> id),
  ADD CONSTRAINT generation_failover_is_known CHECK (failover IN ('UNWANTED', 'WANTED', 'STOOD_IN', 'UNSUITABLE', 'LAST_IN_LINE',
    'NOTHING_FITS', 'ASK_FIRST', 'NO_CREDITS', 'NOT_ALLOWED', 'WITHDRAWN')),
  ADD CONSTRAINT generation_failover_has_a_ceiling CHECK ((failover = 'UNWANTED') = (failover_ceiling IS NULL)),
  ADD CONSTRAINT generation_failover_ceiling_is_never_negative CHECK (failover_ceiling >= 0);

-- Pursuit: failed clips nobody has looked for a stand-in for.
CREATE INDEX generation_waiting_for_a_stand_in ON generation (finished_at) WHERE state = 'FAILED' AND failover = 'WANTED';

-- As it was typed; empty while it follows the price.
ALTER TABLE draft
  ADD COLUMN failover boolean NOT NULL DEFAULT false,
  ADD COLUMN failover_ceiling text NOT NULL DEFAULT '';
