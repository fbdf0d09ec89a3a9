-- A still that a person uploaded. Its bytes are a blob named after their hash, which people with the same still share.
CREATE TABLE frame (
  id uuid PRIMARY KEY,
  owner uuid NOT NULL CONSTRAINT frame_belongs_to_a_user REFERENCES app_user,
  sha256 text NOT NULL,
  name text NOT NULL,
  format text NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  bytes bigint NOT NULL,
  had_alpha boolean NOT NULL,
  was_turned boolean NOT NULL,
  created_at timestamptz NOT NULL,
  uploaded_at timestamptz NOT NULL,
  CONSTRAINT frame_is_kept_once_per_person UNIQUE (owner, sha256),
  CONSTRAINT frame_is_named_after_its_bytes CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  CONSTRAINT frame_has_a_short_name CHECK (length(name) BETWEEN 1 AND 120),
  CONSTRAINT frame_format_is_one_we_write CHECK (format IN ('JPEG', 'PNG')),
  CONSTRAINT frame_is_not_empty CHECK (width > 0 AND height > 0 AND bytes > 0),
  CONSTRAINT frame_is_uploaded_after_it_was_first CHECK (uploaded_at >= created_at)
);

-- Frame.recentOf: a person's frames, the last uploaded first.
CREATE INDEX frame_recent ON frame (owner, uploaded_at DESC, id DESC);

-- Frame.contentsInUse: which stored bytes somebody's frame refers to.
CREATE INDEX frame_content ON frame (sha256);
