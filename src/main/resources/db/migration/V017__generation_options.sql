-- What a model lets people choose besides, as a JSON object of texts, and what the clip is priced by because of it.
ALTER TABLE generation ADD COLUMN options text NOT NULL DEFAULT '{}';
ALTER TABLE generation ADD COLUMN variant text NOT NULL DEFAULT 'standard';

-- The form keeps what was typed, also where it is wrong.
ALTER TABLE draft ADD COLUMN options text NOT NULL DEFAULT '{}';
ALTER TABLE draft ALTER COLUMN seed TYPE text;
