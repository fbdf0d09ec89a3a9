package app.inbetween.generation.create;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import app.inbetween.generation.Generation;
import app.inbetween.generation.Settings;
import app.inbetween.provider.Easing;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** The create form as a person left it. Nothing in it needs to be valid; what is missing is null. */
@Entity
public class Draft extends PanacheEntityBase {

    @Id
    public UUID owner;
    public String idempotencyKey;
    public String title = "";
    public UUID firstFrame;
    public UUID lastFrame;
    public String model;
    public String resolution;
    public Integer durationMillis;
    public Integer frameRate;
    @Enumerated(EnumType.STRING)
    public Easing easing;
    public String prompt = "";
    public String negativePrompt = "";
    public Long seed;
    public boolean seedLocked;

    protected Draft() {
    }

    Draft(UUID owner) {
        this.owner = owner;
        renewKey();
    }

    /** The person's draft; a new one where there is none yet. */
    static Draft of(UUID owner) {
        return Draft.<Draft> findByIdOptional(owner).orElseGet(() -> new Draft(owner));
    }

    Optional<UUID> first() {
        return Optional.ofNullable(firstFrame);
    }

    Optional<UUID> last() {
        return Optional.ofNullable(lastFrame);
    }

    /** Takes over what was typed and chosen; frames come by {@link #put}. */
    void describe(CreateForm form) {
        title = form.title();
        prompt = form.prompt().orElse(prompt);
        negativePrompt = form.negative().orElse(negativePrompt);
        model = form.model();
        resolution = form.resolution();
        durationMillis = form.durationMillis().orElse(null);
        frameRate = form.frameRate().orElse(null);
        easing = form.easing().orElse(null);
        seed = form.seed().orElse(seed);
        seedLocked = form.isSeedLocked();
    }

    /** Takes up the words of a form that had to wait for a sign-in. */
    void describe(ParkedForm form) {
        title = form.title();
        prompt = form.prompt();
        negativePrompt = form.negative();
    }

    void rollSeed() {
        if (seed == null) {
            seed = ThreadLocalRandom.current().nextLong(Settings.SEEDS);
        }
    }

    void put(Side side, UUID frame) {
        if (side == Side.FIRST) {
            firstFrame = frame;
        } else {
            lastFrame = frame;
        }
    }

    /** Everything of the earlier clip, ready to be changed or asked for again. */
    void reuse(Generation generation) {
        firstFrame = generation.firstFrame;
        lastFrame = generation.lastFrame;
        title = generation.title;
        Settings settings = generation.settings;
        model = settings.model();
        resolution = settings.resolution();
        durationMillis = settings.durationMillis();
        frameRate = settings.frameRate();
        easing = settings.easing();
        prompt = settings.prompt();
        negativePrompt = settings.negativePrompt();
        seed = settings.seed();
        seedLocked = true;
        renewKey();
    }

    /** The end of that clip is where the next one begins. */
    void continueFrom(Generation generation) {
        firstFrame = generation.lastFrame;
        lastFrame = null;
        title = "";
        renewKey();
    }

    /** The clip was asked for: the next click is another one. */
    void asked() {
        if (!seedLocked) {
            seed = null;
        }
        renewKey();
    }

    void renewKey() {
        idempotencyKey = UUID.randomUUID().toString();
    }

    /** Which of the two frames. */
    enum Side {
        FIRST("first"),
        LAST("last");

        final String field;

        Side(String field) {
            this.field = field;
        }
    }
}
