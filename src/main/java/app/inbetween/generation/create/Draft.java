package app.inbetween.generation.create;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import app.inbetween.generation.Generation;
import app.inbetween.generation.OptionsColumn;
import app.inbetween.generation.Settings;
import app.inbetween.generation.wish.Wish;
import app.inbetween.provider.Easing;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** The create form as a person left it. Nothing in it needs to be valid; what is missing is null. */
@Entity
public class Draft extends PanacheEntityBase {

    private static final String AUTOMATIC = "automatic";

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
    /** As it was typed. */
    public String seed;
    public boolean seedLocked;
    /** What was typed for models that let people choose more, by name; may be wrong, and of several models. */
    @Convert(converter = OptionsColumn.class)
    public Map<String, String> options = Map.of();
    public boolean failover;
    /** As it was typed; empty while it follows the price. */
    public String failoverCeiling = "";

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

    /** Id of the model; empty where none was chosen yet, or the choice is left to the studio. */
    String chosen() {
        return model == null || isAutomatic() ? "" : model;
    }

    boolean isAutomatic() {
        return AUTOMATIC.equals(model);
    }

    /** Takes over what was typed and chosen; frames come by {@link #put}. */
    void describe(CreateForm form) {
        title = form.title();
        prompt = form.prompt().orElse(prompt);
        negativePrompt = form.negative().orElse(negativePrompt);
        model = form.model().isEmpty() ? model : form.model();
        resolution = form.resolution();
        durationMillis = form.durationMillis().orElse(null);
        frameRate = form.frameRate().orElse(frameRate);
        easing = form.easing().orElse(easing);
        // Where it was left empty the same form makes the same seed, so that two clicks are one wish.
        seed = form.seed().map(text -> text.isEmpty() ? seedOf(form.key().orElse(idempotencyKey)) : text).orElse(seed);
        seedLocked = form.isSeedLocked();
        failover = form.isFailover();
        failoverCeiling = form.failoverCeiling();
    }

    /**
     * Takes over the options of the model whose fields were sent.
     *
     * @param asUsual names of those that were left, or put back, as the model has them
     */
    void choose(Map<String, String> typed, Set<String> asUsual) {
        Map<String, String> chosen = new TreeMap<>(options);
        chosen.putAll(typed);
        chosen.keySet().removeAll(asUsual);
        options = chosen;
    }

    Wish wish() {
        return new Wish(title, prompt, negativePrompt, seed, options);
    }

    /** Takes up the words of a form that had to wait for a sign-in. */
    void describe(ParkedForm form) {
        title = form.title();
        prompt = form.prompt();
        negativePrompt = form.negative();
    }

    void rollSeed() {
        if (seed == null) {
            seed = String.valueOf(ThreadLocalRandom.current().nextLong(Settings.SEEDS));
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
        seed = String.valueOf(settings.seed());
        seedLocked = true;
        failover = generation.terms.ceiling().isPresent();
        failoverCeiling = "";
        choose(settings.options(), Set.of());
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

    private static String seedOf(String key) {
        return String.valueOf(Integer.toUnsignedLong(key.hashCode()) % Settings.SEEDS);
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
