-- How many videos a person has and how long they are together, so that the gallery need not count them.
CREATE TABLE video_total (
  owner uuid PRIMARY KEY CONSTRAINT video_total_is_of_a_user REFERENCES app_user,
  videos bigint NOT NULL,
  millis bigint NOT NULL,
  CONSTRAINT video_total_is_never_negative CHECK (videos >= 0 AND millis >= 0)
) WITH (fillfactor = 70);

INSERT INTO video_total (owner, videos, millis) SELECT owner, count(*), sum(duration_millis) FROM video GROUP BY owner;

CREATE FUNCTION video_count(person uuid, number bigint, length bigint) RETURNS void LANGUAGE sql AS $$
  INSERT INTO video_total (owner, videos, millis) VALUES (person, greatest(0, number), greatest(0, length))
  ON CONFLICT (owner) DO UPDATE SET videos = video_total.videos + number, millis = video_total.millis + length
$$;

CREATE FUNCTION video_keep_total() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM video_count(OLD.owner, -1, -OLD.duration_millis);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM video_count(NEW.owner, 1, NEW.duration_millis);
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER video_keeps_its_total AFTER INSERT OR DELETE OR UPDATE OF owner, duration_millis ON video
  FOR EACH ROW EXECUTE FUNCTION video_keep_total();
