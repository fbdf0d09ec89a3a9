package app.inbetween.generation;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import app.inbetween.account.People;
import app.inbetween.database.Sql;
import app.inbetween.frame.FrameUpload;
import app.inbetween.generation.pace.Probes;
import app.inbetween.price.PriceKey;
import app.inbetween.price.Quote;
import app.inbetween.price.Quotes;
import app.inbetween.provider.Easing;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.VideoModel;
import app.inbetween.storage.BlobStore;
import app.inbetween.storage.BlobStore.Blob;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** People with a pair of frames who ask for clips, as in life, and the workers at the test's command. */
@ApplicationScoped
public class Studio {

    @Inject
    EntityManager entities;
    @Inject
    People people;
    @Inject
    FrameUpload upload;
    @Inject
    Quotes quotes;
    @Inject
    ModelCatalog catalog;
    @Inject
    Generations generations;
    @Inject
    Dispatcher dispatcher;
    @Inject
    Poller poller;
    @Inject
    Reconciler reconciler;
    @Inject
    Saver saver;
    @Inject
    Finisher finisher;
    @Inject
    Rescuer rescuer;
    @Inject
    Janitor janitor;
    @Inject
    Probes probes;
    @Inject
    BlobStore store;
    @Inject
    Clock clock;
    @Inject
    Sql sql;

    /** @param first and {@code last} are ids of frames */
    public record Person(UUID id, UUID first, UUID last) {
    }

    /** Someone with the welcome credits and two frames. */
    public Person person(String name) {
        return equipped(people.register(name).id);
    }

    /** That person, with two frames. */
    public Person equipped(UUID id) {
        return new Person(id, frame(id, Color.DARK_GRAY), frame(id, Color.ORANGE));
    }

    /** One credit per second, as long as no other price is set. */
    public void priceScripted() {
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery("""
                INSERT INTO price (model, resolution, version, per_second, valid_from)
                VALUES ('scripted/clip', 'tiny', 1, 1000, timestamptz '2020-01-01') ON CONFLICT DO NOTHING""").executeUpdate());
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery("""
                INSERT INTO price (model, resolution, version, per_second, valid_from, cost_currency, cost_per_second)
                VALUES ('scripted/clip', 'billed', 1, 1000, timestamptz '2020-01-01', 'USD', 100000) ON CONFLICT DO NOTHING""")
                .executeUpdate());
    }

    /**
     * A price at the one resolution of a scripted model; nothing is free. Prices stay for ever, so each test sets those of a
     * model of its own.
     *
     * @param millicredits and {@code micros} for each second, the second what it costs us in millionths of a dollar
     */
    public void price(String model, int version, long millicredits, long micros, Instant from) {
        sql.run("""
                INSERT INTO price (model, resolution, version, per_second, free, cost_currency, cost_per_second, valid_from)
                VALUES (?, 'tiny', ?, ?, ?, ?, ?, ?)
                """, model, version, millicredits, millicredits == 0, micros == 0 ? null : "USD", micros == 0 ? null : micros,
                from);
    }

    /** A clip of two seconds by that model, at its price now. */
    public Generation asks(Person person, String model) {
        Quote quote = quotes.give(person.id, PriceKey.of(model, "tiny"), ScriptedProvider.LENGTH);
        Settings settings = new Settings(model, "tiny", 160, 96, 2000, 24, Easing.LINEAR, "", "", 0);
        return generations.ask(
                new Ask(person.id, UUID.randomUUID().toString(), "Bud to bloom", person.first, person.last, settings, quote));
    }

    /** A clip of two seconds by the scripted provider. */
    public Ask ask(Person person, String key) {
        return ask(person, key, "tiny");
    }

    private Ask ask(Person person, String key, String resolution) {
        Quote quote = quotes.give(person.id, PriceKey.of(ScriptedProvider.MODEL, resolution), ScriptedProvider.LENGTH);
        Settings settings = new Settings(ScriptedProvider.MODEL, resolution, 160, 96, 2000, 24, Easing.LINEAR, "it opens", "",
                7);
        return new Ask(person.id, key, "Bud to bloom", person.first, person.last, settings, quote);
    }

    public Generation asks(Person person) {
        return generations.ask(ask(person, UUID.randomUUID().toString()));
    }

    /** One that costs the studio 10 cents per second. */
    public Generation asksForBilledClip(Person person) {
        return generations.ask(ask(person, UUID.randomUUID().toString(), "billed"));
    }

    /** The shortest and smallest that provider draws with words. */
    public Generation asksAt(Person person, String provider) {
        VideoModel model = catalog.models().stream().filter(it -> it.provider().equals(provider))
                .filter(it -> it.supports(VideoModel.Feature.PROMPT)).findFirst().orElseThrow();
        VideoModel.Format format = model.formats().get(0);
        Duration length = model.durations().stream().min(Comparator.naturalOrder()).orElseThrow();
        Settings settings = new Settings(model.id(), format.resolution(), format.size().width(), format.size().height(),
                Math.toIntExact(length.toMillis()), model.frameRates().get(0), Easing.LINEAR, "it opens", "", 7);
        return generations.ask(new Ask(person.id, UUID.randomUUID().toString(), "Bud to bloom", person.first, person.last,
                settings, quotes.give(person.id, settings.priceKey(), length)));
    }

    public void cancel(Generation clip) {
        generations.cancel(clip.owner, clip.id);
    }

    /** One second of crossfade, the quickest thing the built-in renderer draws. */
    public Generation asksForLocalClip(Person person) {
        Quote quote = quotes.give(person.id, PriceKey.of("local/crossfade", "480p"), Duration.ofSeconds(1));
        Settings settings = new Settings("local/crossfade", "480p", 854, 480, 1000, 24, Easing.LINEAR, "", "", 7);
        return generations
                .ask(new Ask(person.id, UUID.randomUUID().toString(), "Crossfade", person.first, person.last, settings,
                        quote));
    }

    /** What lies in the store or is worked on after the janitor has been, and belongs to nothing. */
    public List<String> filesWithoutRow() throws IOException {
        janitor.sweep(clock.instant().plus(Duration.ofDays(4)));
        List<String> left = new ArrayList<>();
        for (String prefix : List.of("videos/", "posters/", "previews/", "renders/")) {
            try (Stream<Blob> blobs = store.list(prefix)) {
                blobs.map(Blob::key).forEach(left::add);
            }
        }
        QuarkusTransaction.requiringNew().run(() -> left.removeAll(Video.keysInUse(left)));
        return left;
    }

    public Generation now(Generation generation) {
        return QuarkusTransaction.requiringNew().call(() -> Generation.findById(generation.id));
    }

    public void dispatch() {
        dispatcher.dispatchDue().join();
    }

    public void poll() {
        poller.pollDue().join();
    }

    public void reconcile() {
        reconciler.reconcileDue().join();
    }

    public void save() {
        saver.saveDue().join();
    }

    /** What was left unfinished when its films were delivered. */
    public void finish() {
        finisher.finishDue();
    }

    public void probe() {
        probes.probeDue();
    }

    public void rescue() {
        rescuer.rescueAbandoned().join();
    }

    /** As if the node that works on it had fallen silent. */
    public void loseLease(Generation generation) {
        QuarkusTransaction.requiringNew().run(() -> entities
                .createNativeQuery("UPDATE generation SET lease_until = now() - interval '1 second' WHERE id = :id")
                .setParameter("id", generation.id).executeUpdate());
    }

    /** As if every node had fallen silent. */
    public void loseLeases() {
        QuarkusTransaction.requiringNew().run(() -> entities
                .createNativeQuery("UPDATE generation SET lease_until = now() - interval '1 second' WHERE lease_until > now()")
                .executeUpdate());
    }

    public long videosOf(Generation generation) {
        return QuarkusTransaction.requiringNew().call(() -> Video.count("generation.id", generation.id));
    }

    /**
     * So that no other test's clips are taken up by this one's workers, and no provider is left alone for what it did there.
     */
    public void clear() {
        sql.run("DELETE FROM provider_lane");
        sql.run("DELETE FROM provider_health");
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery("""
                UPDATE generation SET due_at = timestamptz '2999-01-01', provider = 'gone' WHERE finished_at IS NULL""")
                .executeUpdate());
    }

    private UUID frame(UUID owner, Color colour) {
        try {
            Path file = Files.createTempFile("frame-", ".png");
            ImageIO.write(picture(colour), "png", file.toFile());
            UUID id = upload.store(owner, file, "frame.png").id;
            Files.deleteIfExists(file);
            return id;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BufferedImage picture(Color colour) {
        BufferedImage picture = new BufferedImage(320, 192, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(colour);
        pen.fillRect(0, 0, 320, 192);
        pen.setColor(Color.WHITE);
        pen.fillOval(40, 40, 60, 60);
        pen.dispose();
        return picture;
    }

    static Duration aLongTime() {
        return Duration.ofDays(2);
    }
}
