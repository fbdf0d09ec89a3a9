package app.inbetween.fakes;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** A job a fake has taken on. */
public final class FakeTask {

    private final String id;
    private final String model;
    private final JsonNode input;
    private final byte[] firstFrame;
    private final byte[] lastFrame;
    private final Duration length;
    private final int frameRate;
    private final Optional<URI> webhook;
    private final Instant created = Instant.now();
    private Trouble trouble;
    private int asked;
    private boolean cancelled;
    private boolean completed;
    private int fetched;

    /** @param input as the provider got it */
    public FakeTask(String id, String model, JsonNode input, byte[] firstFrame, byte[] lastFrame, Duration length,
            int frameRate, Optional<URI> webhook) {
        this.id = id;
        this.model = model;
        this.input = input;
        this.firstFrame = firstFrame;
        this.lastFrame = lastFrame;
        this.length = length;
        this.frameRate = frameRate;
        this.webhook = webhook;
    }

    public String id() {
        return id;
    }

    public String model() {
        return model;
    }

    public JsonNode input() {
        return input;
    }

    public byte[] firstFrame() {
        return firstFrame;
    }

    public byte[] lastFrame() {
        return lastFrame;
    }

    public Duration length() {
        return length;
    }

    public int frameRate() {
        return frameRate;
    }

    public Optional<URI> webhook() {
        return webhook;
    }

    public Instant created() {
        return created;
    }

    public synchronized void suffer(Trouble what) {
        trouble = what;
    }

    public synchronized boolean suffers(Trouble what) {
        return trouble == what;
    }

    /** True once: the trouble is over afterwards. */
    public synchronized boolean suffersOnce(Trouble what) {
        boolean now = trouble == what;
        if (now) {
            trouble = null;
        }
        return now;
    }

    public synchronized int ask() {
        return ++asked;
    }

    public synchronized int asked() {
        return asked;
    }

    /** How often the film was asked for, this time included. */
    public synchronized int fetch() {
        return ++fetched;
    }

    public synchronized void cancel() {
        cancelled = true;
    }

    public synchronized boolean isCancelled() {
        return cancelled;
    }

    public synchronized void complete() {
        completed = true;
        notifyAll();
    }

    /** Waits that long, or until it is completed. */
    synchronized void await(Duration time) throws InterruptedException {
        if (!completed) {
            wait(time.toMillis());
        }
    }

    public synchronized boolean isCompleted() {
        return completed;
    }
}
