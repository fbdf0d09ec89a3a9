-- Whether the person wanted that very seed: what stands in for the clip must draw with it too.
ALTER TABLE generation ADD COLUMN seed_chosen boolean NOT NULL DEFAULT false;
