package app.inbetween.frame;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import org.hibernate.id.uuid.UuidVersion7Strategy;

import app.inbetween.media.Dimensions;
import app.inbetween.media.PictureFormat;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A still that a person uploaded, ready to begin or end a clip: upright, opaque, sRGB, without metadata. */
@Entity
public class Frame extends PanacheEntityBase {

    @Id
    public UUID id;
    public UUID owner;
    public String sha256;
    /** What its owner called the file. */
    public String name;
    /** As it is stored: JPEG or PNG. */
    @Enumerated(EnumType.STRING)
    public PictureFormat format;
    public int width;
    public int height;
    public long bytes;
    /** Whether it was transparent somewhere, which is white now. */
    public boolean hadAlpha;
    /** Whether the uploaded file was stored turned or mirrored. */
    public boolean wasTurned;
    public Instant createdAt;
    /** When it was uploaded last. */
    public Instant uploadedAt;

    protected Frame() {
    }

    private Frame(UUID owner, Content content, Instant now) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.owner = owner;
        this.sha256 = content.sha256();
        this.format = content.format();
        this.width = content.size().width();
        this.height = content.size().height();
        this.bytes = content.bytes();
        this.hadAlpha = content.hadAlpha();
        this.wasTurned = content.wasTurned();
        this.createdAt = now;
    }

    public static Optional<Frame> ofOwner(UUID owner, UUID id) {
        return find("owner = ?1 and id = ?2", owner, id).firstResultOptional();
    }

    /** The last uploaded first. */
    public static List<Frame> recentOf(UUID owner, int limit) {
        return find("owner = ?1 order by uploadedAt desc, id desc", owner).page(0, limit).list();
    }

    /** Those of the hashes that anybody's frame has. */
    static Set<String> contentsInUse(Collection<String> hashes) {
        return new HashSet<>(find("select distinct sha256 from Frame where sha256 in ?1", hashes).project(String.class).list());
    }

    /** The person's frame of that content: the one there is, under its new name, or a new one. */
    static Frame keep(UUID owner, Content content, FileName name, Instant now) {
        lock(content.sha256());
        Frame frame = Frame.<Frame> find("owner = ?1 and sha256 = ?2", owner, content.sha256()).firstResultOptional()
                .orElseGet(() -> new Frame(owner, content, now));
        frame.uploadedAs(name, now);
        frame.persist();
        return frame;
    }

    /** Waits until no other transaction works on the content: while a frame comes to refer to it, it must not be removed. */
    static void lock(String sha256) {
        Panache.getEntityManager().createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:content, 0))")
                .setParameter("content", sha256).getSingleResult();
    }

    public Dimensions size() {
        return new Dimensions(width, height);
    }

    /** Where its bytes are stored. */
    public String key() {
        return Content.key(sha256, format);
    }

    /** Where its thumbnail is stored: a JPEG, at most 960 pixels wide and high. */
    public String thumbnailKey() {
        return Content.thumbnailKey(sha256);
    }

    private void uploadedAs(FileName newName, Instant now) {
        this.name = newName.text();
        // Two uploads at once may come here in another order than they read the clock in.
        this.uploadedAt = now.isBefore(createdAt) ? createdAt : now;
    }
}
