package app.inbetween.fakes;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A remote provider on this machine. Refuses what the real one refuses, and draws its films from the frames it was sent.
 * Trouble comes as scripted: the next submission meets the trouble that was announced first. People without a script can ask
 * for it in the prompt: {@code #trouble run-policy}.
 */
public abstract class FakeProvider implements AutoCloseable {

    private final FakeLimits limits;
    private final FakeTasks tasks;
    private final TroubleScript script = new TroubleScript();
    private final Reach reach = new Reach();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final FakeServer server;

    /** @param port 0 for any that is free */
    protected FakeProvider(int port, FakeLimits limits) {
        this.limits = limits;
        tasks = new FakeTasks(limits);
        server = new FakeServer(port, this::answer);
    }

    /** As in {@code VideoProvider.name()}. */
    public abstract String name();

    /** What has to be configured for Inbetween to take this for the real one. */
    public abstract Map<String, String> configuration();

    /** The trouble this one cannot have, each with what ends the sentence "It cannot happen, because". */
    public abstract Map<Trouble, String> cannot();

    /** The trouble this one can make. */
    public final Set<Trouble> knows() {
        Set<Trouble> all = EnumSet.allOf(Trouble.class);
        all.removeAll(cannot().keySet());
        return all;
    }

    /** How a clip must end that met this trouble here. */
    public Trouble.Ending ending(Trouble trouble) {
        return trouble.ending();
    }

    /** Answers one request; called on many threads. */
    protected abstract Reply answer(Request request) throws IOException;

    public URI origin() {
        return server.origin();
    }

    /** The next submission meets this. */
    public void announce(Trouble trouble) {
        script.announce(trouble);
    }

    /** The next upload is not answered before it is let go on. */
    public Standstill standsStill() {
        return script.standsStill();
    }

    /** How long a task takes; at once by default. */
    public void takes(Duration time) {
        tasks.takes(time);
    }

    /** Tasks end only by {@link FakeTask#complete}. */
    public void hold() {
        tasks.hold();
    }

    /** From now on everything may be done as often as anybody likes, as with an account that has grown. */
    public void liftLimits() {
        limits.lift();
    }

    /**
     * Minutes and seconds of the limits pass by that clock, as they do for whoever keeps to them; by the one on the wall
     * otherwise.
     */
    public void keepTimeBy(Clock clock) {
        limits.keepTimeBy(clock);
    }

    /** What was refused, or had to wait, because more was asked for than a new account may have; nobody had announced it. */
    public List<String> overruns() {
        return limits.overruns();
    }

    /** News can be sent to this machine too; the real ones reach public addresses only. */
    public void reachLocalhost() {
        reach.comeNear();
    }

    /** In the order they were made. */
    public List<FakeTask> tasks() {
        return tasks.all();
    }

    /** How many tasks were made, those that were forgotten since among them. */
    public int made() {
        return tasks.made();
    }

    /** Everything that was asked so far. */
    public List<String> log() {
        return server.log();
    }

    /** Forgets tasks, script and log; files stay. */
    public void clear() {
        tasks.clear();
        server.clear();
        limits.clear();
        script.clear();
    }

    @Override
    public void close() {
        server.close();
    }

    /** What the next submission has to suffer; by script, or because its prompt asks for it. */
    protected Optional<Trouble> trouble(String prompt) {
        return script.next(prompt).filter(knows()::contains);
    }

    /** What is announced for uploads, once. */
    protected boolean failsUpload() {
        return script.failsUpload();
    }

    protected FakeLimits limits() {
        return limits;
    }

    /** Whether news can be sent there. */
    protected boolean reaches(URI address) {
        return reach.covers(address);
    }

    protected FakeTask add(FakeTask task) {
        return tasks.add(task);
    }

    /** How many of them are under way, whoever asks after them. */
    protected long running(List<FakeTask> some) {
        return tasks.running(some);
    }

    /** Whether those before it have taken all the room. */
    protected boolean waits(FakeTask task) {
        return tasks.waits(task);
    }

    protected Optional<FakeTask> task(String id) {
        return tasks.find(id);
    }

    protected void forget(FakeTask task) {
        tasks.forget(task);
    }

    /** Whether the task is through; it is first seen waiting, then running, and only then done. */
    protected boolean isDone(FakeTask task) {
        return tasks.isDone(task);
    }

    /** An upload, or a film, under a name of its own below {@code /files/}. */
    protected URI keep(String name, byte[] bytes) {
        files.put(name, bytes);
        return origin().resolve("/files/" + name);
    }

    /** What lies at an address of ours. */
    protected Optional<byte[]> kept(String address) {
        String prefix = origin() + "/files/";
        return address.startsWith(prefix) ? keptNamed(address.substring(prefix.length())) : Optional.empty();
    }

    protected Optional<byte[]> keptNamed(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** Waits as long as the fake lives: an answer that never comes. */
    protected void neverAnswer() {
        server.neverAnswer();
    }

    /** Runs beside the requests, as the sending of a webhook. */
    protected void beside(Runnable task) {
        server.beside(task);
    }

    /** The film of a task, as the renderer draws it from its two frames. */
    protected byte[] film(FakeTask task) {
        return FakeFilms.draw(task);
    }
}
