package app.inbetween.generation;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import app.inbetween.media.Dimensions;
import app.inbetween.media.Ffmpeg;
import app.inbetween.provider.AskedPrice;
import app.inbetween.provider.Cancellation;
import app.inbetween.provider.CancellationTerms;
import app.inbetween.provider.Checkup;
import app.inbetween.provider.Clearance;
import app.inbetween.provider.Option;
import app.inbetween.provider.PriceTeller;
import app.inbetween.provider.Profile;
import app.inbetween.provider.RateLimit;
import app.inbetween.provider.Reconciliation;
import app.inbetween.provider.RemoteJob;
import app.inbetween.provider.RemoteStatus;
import app.inbetween.provider.ResultLostException;
import app.inbetween.provider.Submission;
import app.inbetween.provider.Turn;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoModel.Feature;
import app.inbetween.provider.VideoModel.Life;
import app.inbetween.provider.VideoModel.Texts;
import app.inbetween.provider.VideoProvider;
import app.inbetween.provider.VideoRequest;
import app.inbetween.provider.Webhooks;

/** A provider that bills, and answers as a test has it answer. Absent until a test opens it. No proxy: tests set its fields. */
@Singleton
public class ScriptedProvider implements VideoProvider, PriceTeller {

    static final String MODEL = "scripted/clip";
    static final Dimensions SIZE = new Dimensions(160, 96);
    static final Duration LENGTH = Duration.ofSeconds(2);

    private static final VideoModel CLIP = new VideoModel(MODEL, "Scripted", "Does as it is told.", List.of(LENGTH),
            List.of(24),
            List.of(new VideoModel.Format("tiny", SIZE), new VideoModel.Format("billed", SIZE)), List.of(),
            Set.of(VideoModel.Feature.PROMPT), Duration.ofSeconds(10));

    private static final List<Option> CHOICES = List.of(
            new Option.Number("steps", "Steps", "", BigDecimal.ONE, BigDecimal.valueOf(40), BigDecimal.valueOf(30), true),
            new Option.Number("guidance", "Guidance", "", BigDecimal.ONE, BigDecimal.TEN, BigDecimal.valueOf(5), false),
            new Option.Toggle("fast", "Fast mode", "Cheaper and rougher.", false, Optional.of("fast")),
            new Option.Toggle("safety", "Safety checker", "", true, Optional.empty()),
            new Option.Choice("style", "Style", "", List.of("plain", "vivid"), "plain"));

    public final List<VideoRequest> submitted = Collections.synchronizedList(new ArrayList<>());
    final List<RemoteJob> forgotten = Collections.synchronizedList(new ArrayList<>());
    final List<RemoteJob> cancelled = Collections.synchronizedList(new ArrayList<>());
    Consumer<VideoRequest> onUpload;
    public Function<VideoRequest, Submission> onSubmit;
    public Function<RemoteJob, RemoteStatus> onStatus;
    Function<RemoteJob, Cancellation> onCancel;
    public Supplier<Reconciliation> onReconcile;
    /** For the search that was asked for last. */
    volatile Turn turn;
    public Function<RemoteJob, Path> onFetch;
    /** None, until a test sets some. */
    public Optional<Webhooks> webhooks = Optional.empty();
    public Supplier<Checkup> onCheckUp;
    /** Whether it has what it needs to be used. */
    public boolean configured;
    final List<String> fetched = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger checkUps = new AtomicInteger();
    int cap;
    RateLimit submits;
    RateLimit queries;
    private final List<VideoModel> more = Collections.synchronizedList(new ArrayList<>());
    List<AskedPrice> asked = List.of();
    private boolean open;

    @Override
    public List<AskedPrice> prices() {
        return asked;
    }

    @Override
    public boolean isLearning() {
        return true;
    }

    /** Present, obliging, and with a clean memory. */
    public void open() {
        open = true;
        more.clear();
        cap = 100;
        submits = null;
        queries = null;
        fetched.clear();
        checkUps.set(0);
        onCheckUp = () -> Checkup.healthy("Ready.");
        submitted.clear();
        forgotten.clear();
        cancelled.clear();
        onUpload = request -> {
        };
        onSubmit = request -> new Submission.Accepted("job-" + request.attemptToken());
        onStatus = job -> new RemoteStatus.Succeeded("film", Optional.empty());
        onCancel = job -> Cancellation.STOPPED;
        onReconcile = () -> new Reconciliation.Unclear("nothing is listed yet");
        onFetch = job -> film();
        onCheckUp = () -> Checkup.healthy("The key works.");
        configured = true;
        webhooks = Optional.empty();
    }

    public void close() {
        open = false;
        configured = false;
    }

    /** Another model, of two and four seconds, so that a test can set prices nobody else pays. */
    public String offers(String name) {
        return offers(name, Duration.ofSeconds(10));
    }

    /** One that usually takes that long. */
    String offers(String name, Duration typicalTime) {
        String id = "scripted/" + name + "-" + UUID.randomUUID();
        more.add(new VideoModel(id, "Scripted " + name, "Does as it is told.", List.of(LENGTH, LENGTH.multipliedBy(2)),
                List.of(24), List.of(new VideoModel.Format("tiny", SIZE)), List.of(), Set.of(), typicalTime));
        return id;
    }

    /** Another model with everything a form can ask: words it must have, a seed, and options of each kind. */
    public String offersChoices(String name) {
        String id = "scripted/" + name + "-" + UUID.randomUUID();
        more.add(new VideoModel(id, "Scripted " + name, "Does as it is told.", List.of(LENGTH, LENGTH.multipliedBy(2)),
                List.of(24), List.of(new VideoModel.Format("tiny", SIZE)), List.of(),
                Set.of(Feature.PROMPT, Feature.NEGATIVE_PROMPT, Feature.SEED), new Texts(40, 20, true), CHOICES, Life.UNLIMITED,
                Duration.ofSeconds(10)));
        return id;
    }

    /** From now on only until then. */
    public void retires(String model, LocalDate until, String replacement) {
        more.replaceAll(it -> !it.id().equals(model) ? it
                : new VideoModel(it.id(), it.name(), it.summary(), it.durations(), it.frameRates(), it.formats(), it.easings(),
                        it.features(), it.texts(), it.options(),
                        new Life(Optional.empty(), Optional.of(until), Optional.of(replacement)), it.typicalTime()));
    }

    /** As when its provider changes what it makes. */
    public void makes(String model, List<Duration> lengths, List<VideoModel.Format> formats, List<Option> options) {
        more.replaceAll(it -> !it.id().equals(model) ? it
                : new VideoModel(it.id(), it.name(), it.summary(), lengths, it.frameRates(), formats, it.easings(),
                        it.features(), it.texts(), options, it.life(), it.typicalTime()));
    }

    /** As when an operator takes a model out of the catalogue. */
    public void drops(String model) {
        more.removeIf(it -> it.id().equals(model));
    }

    /** A real film of the model's size and length. */
    public static Path film() {
        return Film.PLAYABLE;
    }

    private static final class Film {
        static final Path PLAYABLE = draw();

        private static Path draw() {
            try {
                Path film = Files.createTempFile("scripted-", ".mp4");
                new Ffmpeg().run(Duration.ofSeconds(30), "-y", "-f", "lavfi", "-i", "testsrc2=size=160x96:rate=24:duration=2",
                        "-c:v",
                        "libopenh264", "-pix_fmt", "yuv420p", "-movflags", "+faststart", "-f", "mp4", "file:" + film);
                film.toFile().deleteOnExit();
                return film;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public Profile profile() {
        return new Profile("scripted", "Scripted", Duration.ofSeconds(10), cap, Optional.ofNullable(submits),
                Optional.ofNullable(queries));
    }

    @Override
    public List<VideoModel> models() {
        return open ? Stream.concat(Stream.of(CLIP), List.copyOf(more).stream()).toList() : List.of();
    }

    @Override
    public boolean isConfigured() {
        return configured;
    }

    @Override
    public Checkup checkUp() {
        checkUps.incrementAndGet();
        return onCheckUp.get();
    }

    @Override
    public Optional<Webhooks> webhooks() {
        return webhooks;
    }

    @Override
    public boolean repeatable() {
        return false;
    }

    @Override
    public Submission submit(VideoRequest request, Clearance clearance) {
        onUpload.accept(request);
        clearance.obtain();
        submitted.add(request);
        return onSubmit.apply(request);
    }

    @Override
    public RemoteStatus status(RemoteJob job) {
        return onStatus.apply(job);
    }

    @Override
    public Cancellation cancel(RemoteJob job) {
        cancelled.add(job);
        return onCancel.apply(job);
    }

    @Override
    public CancellationTerms cancellationTerms() {
        return CancellationTerms.NOTHING;
    }

    @Override
    public Reconciliation reconcile(VideoRequest request, Turn turn) {
        this.turn = turn;
        return onReconcile.get();
    }

    @Override
    public void fetch(RemoteJob job, String location, Path to) throws IOException {
        fetched.add(location);
        Path film = onFetch.apply(job);
        if (film == null) {
            throw new ResultLostException("The film has expired");
        }
        Files.copy(film, to);
    }

    @Override
    public void forget(RemoteJob job) {
        forgotten.add(job);
    }
}
