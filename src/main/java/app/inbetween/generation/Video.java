package app.inbetween.generation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OneToOne;

import org.hibernate.id.uuid.UuidVersion7Strategy;

import app.inbetween.media.Dimensions;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** The film of a generation that succeeded. */
@Entity
public class Video extends PanacheEntityBase {

    private static final String ALL = "from Video v join fetch v.generation where v.owner = ?1";
    private static final String OLDER = ALL + " and (v.createdAt < ?2 or v.createdAt = ?2 and v.id < ?3)";
    private static final String NEWER = ALL + " and (v.createdAt > ?2 or v.createdAt = ?2 and v.id > ?3)";
    /** As long as nobody else finishes a film, so that whoever delivered it can. */
    private static final Duration HEAD_START = Duration.ofMinutes(2);
    /** The next try is twice as long away as the one before, up to two hours. */
    static final String DUE_TO_FINISH = """
            UPDATE video SET finish_tries = finish_tries + 1,
              finish_due_at = cast(:now AS timestamptz) + power(2, least(finish_tries, 6)) * interval '2 minutes'
            WHERE id = (SELECT id FROM video WHERE finish_due_at <= :now ORDER BY finish_due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id""";
    private static final String NEWEST_FIRST = " order by v.createdAt desc, v.id desc";

    @Id
    public UUID id;
    @OneToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "generation")
    public Generation generation;
    public UUID owner;
    public String fileKey;
    public String posterKey;
    public String previewKey;
    public long bytes;
    public int width;
    public int height;
    public int frames;
    public double frameRate;
    public int durationMillis;
    public Double firstSimilarity;
    public Double lastSimilarity;
    public Instant finishDueAt;
    public int finishTries;
    public String fault;
    public Instant createdAt;

    /** How many videos there are, and how long they are together. */
    public record Total(Long count, Long millis) {

        public int videos() {
            return Math.toIntExact(count);
        }

        public Duration length() {
            return Duration.ofMillis(millis);
        }
    }

    protected Video() {
    }

    Video(Generation generation, Film film, Instant now) {
        id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.generation = generation;
        owner = generation.owner;
        fileKey = film.fileKey();
        bytes = film.bytes();
        width = film.facts().size().width();
        height = film.facts().size().height();
        frames = film.facts().frames();
        frameRate = film.facts().rate().perSecond();
        durationMillis = Math.toIntExact(film.facts().duration().toMillis());
        createdAt = now;
        finishDueAt = now.plus(HEAD_START);
        film.finish().ifPresent(this::finished);
    }

    public static Optional<Video> ofOwner(UUID owner, UUID id) {
        return find("from Video v join fetch v.generation where v.id = ?1 and v.owner = ?2", id, owner).firstResultOptional();
    }

    public static Optional<Video> of(Generation generation) {
        return find("generation.id", generation.id).firstResultOptional();
    }

    /** The row under its lock, as long as nobody has finished it. */
    static Optional<Video> unfinishedOf(UUID generation) {
        return find("generation.id = ?1 and finishDueAt is not null", generation).withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** One that is due to be finished, with its generation; the next try is put off so far that this one can end. */
    static Optional<Video> claimToFinish(Instant now) {
        List<?> claimed = getEntityManager().createNativeQuery(DUE_TO_FINISH, UUID.class).setParameter("now", now)
                .getResultList();
        return claimed.stream().findFirst()
                .flatMap(id -> find("from Video v join fetch v.generation where v.id = ?1", id).firstResultOptional());
    }

    /** A page of a person's videos, newest first, each with its generation; older than {@code before} where that is given. */
    public static List<Video> page(UUID owner, Optional<Video> before, int size) {
        return before.map(video -> videos(OLDER + NEWEST_FIRST, owner, video, size))
                .orElseGet(() -> Video.<Video> find(ALL + NEWEST_FIRST, owner).page(0, size).list());
    }

    /** The page of videos just newer than that one, newest first. */
    public static List<Video> pageAfter(UUID owner, Video video, int size) {
        List<Video> oldestFirst = new ArrayList<>(videos(NEWER + " order by v.createdAt, v.id", owner, video, size));
        Collections.reverse(oldestFirst);
        return oldestFirst;
    }

    public static boolean isAnyNewer(UUID owner, Video video) {
        return !videos(NEWER, owner, video, 1).isEmpty();
    }

    public static boolean isAnyOlder(UUID owner, Video video) {
        return !videos(OLDER, owner, video, 1).isEmpty();
    }

    /** Kept by the database, because counting takes longer with every video. */
    public static Total totalOf(UUID owner) {
        List<Total> total = getEntityManager().createNativeQuery("SELECT videos, millis FROM video_total WHERE owner = :owner",
                Total.class).setParameter("owner", owner).getResultList();
        return total.isEmpty() ? new Total(0L, 0L) : total.get(0);
    }

    private static List<Video> videos(String query, UUID owner, Video video, int size) {
        return Video.<Video> find(query, owner, video.createdAt, video.id).page(0, size).list();
    }

    /** Of these blob keys, the ones a video refers to. */
    static List<String> keysInUse(Collection<String> keys) {
        return getEntityManager().createQuery("""
                select v.fileKey from Video v where v.fileKey in ?1
                union all select v.posterKey from Video v where v.posterKey in ?1
                union all select v.previewKey from Video v where v.previewKey in ?1""", String.class)
                .setParameter(1, keys).getResultList();
    }

    void finished(Finish finish) {
        posterKey = finish.posterKey();
        previewKey = finish.previewKey();
        firstSimilarity = finish.firstSimilarity();
        lastSimilarity = finish.lastSimilarity();
        finishDueAt = null;
    }

    void foundFaulty(String why) {
        fault = why;
        finishDueAt = null;
    }

    /** What was drawn and measured of it; empty until that is done, and of one that does not play. */
    public Optional<Finish> finish() {
        return posterKey == null ? Optional.empty()
                : Optional.of(new Finish(posterKey, previewKey, firstSimilarity, lastSimilarity));
    }

    /** Why it does not play; empty while nothing is known against it. */
    public Optional<String> fault() {
        return Optional.ofNullable(fault);
    }

    public Dimensions size() {
        return new Dimensions(width, height);
    }

    public Duration duration() {
        return Duration.ofMillis(durationMillis);
    }
}
