package app.inbetween.generation;

import static app.inbetween.generation.State.*;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import app.inbetween.price.Credits;
import app.inbetween.provider.Failure;
import app.inbetween.provider.RemoteJob;
import app.inbetween.provider.RemoteStatus;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A clip someone asked for: the request, its price, where it stands, and how it ended. The row is also the job. */
@Entity
public class Generation extends PanacheEntityBase {

    @Id
    public UUID id;
    public UUID owner;
    public String idempotencyKey;
    public String title;
    public UUID firstFrame;
    public UUID lastFrame;
    public String provider;
    @Embedded
    public Settings settings;
    @Embedded
    public Terms terms;
    /** All three in millicredits. */
    public long perSecond;
    public long held;
    public Long charged;
    public int priceVersion;
    @Enumerated(EnumType.STRING)
    public State state;
    public Instant dueAt;
    public long epoch;
    public String leasedBy;
    public Instant leaseUntil;
    @Embedded
    public Attempt attempt = new Attempt();
    public Instant cancelRequestedAt;
    @Embedded
    Fault fault;
    public Instant createdAt;
    public Instant submittingAt;
    public Instant runningAt;
    public Instant unknownAt;
    public Instant savingAt;
    public Instant finishedAt;

    protected Generation() {
    }

    Generation(UUID id, Ask ask, Instant now) {
        this.id = id;
        owner = ask.owner();
        idempotencyKey = ask.key();
        title = ask.title();
        firstFrame = ask.firstFrame();
        lastFrame = ask.lastFrame();
        settings = ask.settings();
        terms = ask.terms();
        provider = settings.provider();
        perSecond = ask.quote().perSecond().millis();
        held = ask.quote().total().millis();
        priceVersion = ask.quote().priceVersion();
        createdAt = now;
        rest(QUEUED, now);
    }

    public static Optional<Generation> ofOwner(UUID owner, UUID id) {
        return find("id = ?1 and owner = ?2", id, owner).firstResultOptional();
    }

    /** Newest first. */
    public static List<Generation> unfinishedOf(UUID owner) {
        return list("owner = ?1 and finishedAt is null order by createdAt desc", owner);
    }

    /** What was asked for in place of the one that failed. */
    public static Optional<Generation> standInFor(UUID id) {
        return find("terms.standsInFor", id).firstResultOptional();
    }

    public Credits hold() {
        return Credits.ofMillis(held);
    }

    public Credits charge() {
        return Credits.ofMillis(charged == null ? 0 : charged);
    }

    public RemoteJob remoteJob() {
        return new RemoteJob(id, settings.model(), attempt.remoteId);
    }

    /** Nothing in it is set as long as all goes well. */
    public Fault fault() {
        return fault == null ? Fault.NONE : fault;
    }

    public boolean isFinished() {
        return state.isFinished();
    }

    public boolean isCancelRequested() {
        return cancelRequestedAt != null;
    }

    /** Whether nothing was taken from us when it was last sent. */
    public boolean wasRefused() {
        return state != FAILED && fault().reason() != null;
    }

    /** Every request that may be billed leaves a mark before its first byte does. */
    void sent(Instant now) {
        from(SUBMITTING);
        attempt.sentAt = now;
        fault = fault().excused();
    }

    void accepted(String remoteId, Instant now, Instant askAt) {
        from(QUEUED, SUBMITTING, UNKNOWN);
        attempt.remoteId = remoteId;
        attempt.misses = 0;
        runningAt = now;
        rest(RUNNING, askAt);
    }

    void requeued(Instant again) {
        from(SUBMITTING, RUNNING, UNKNOWN, SAVING, NEEDS_ATTENTION);
        rest(QUEUED, again);
    }

    /** There was no room for it, which was no try. */
    void turnedAway(Instant again) {
        from(SUBMITTING);
        attempt.attempts--;
        rest(QUEUED, again);
    }

    /** Nothing is taken from us just now, which was no try either; the reason is what it waits for. */
    void refused(Failure failure, Instant again) {
        turnedAway(again);
        fault = Fault.of(failure);
    }

    void outcomeUnknown(String detail, Instant now, Instant askAt) {
        from(SUBMITTING, RUNNING);
        fault = fault().saying(detail);
        unknownAt = now;
        rest(UNKNOWN, askAt);
    }

    /** A question got no usable answer; it is asked again later. */
    void missed(Instant askAt) {
        attempt.misses++;
        rest(state, askAt);
    }

    /** The claim is kept: whoever learnt of the film goes on to bring it home. */
    void drawn(RemoteStatus.Succeeded film, Instant now) {
        from(RUNNING, UNKNOWN);
        attempt.drawn(film);
        savingAt = now;
        state = SAVING;
    }

    /** Whoever comes next goes on with it. */
    void putBack(Instant now) {
        rest(state, now);
    }

    /** The film lies somewhere else now. */
    void moved(String location) {
        from(SAVING, NEEDS_ATTENTION);
        attempt.resultLocation = location;
    }

    void needsAttention(String detail, Instant lookAt) {
        from(SAVING, NEEDS_ATTENTION);
        fault = fault().saying(detail);
        rest(NEEDS_ATTENTION, lookAt);
    }

    /** Somebody decides: whoever works on it is replaced, and it is due now, with as much patience as the first time. */
    void takenInHand(Instant now) {
        epoch++;
        attempt.misses = 0;
        rest(state, now);
    }

    void leased(String node, Instant until) {
        leasedBy = node;
        leaseUntil = until;
    }

    void succeeded(Credits price, Instant now) {
        from(UNKNOWN, SAVING, NEEDS_ATTENTION);
        charged = price.millis();
        finish(SUCCEEDED, now);
    }

    void failed(Failure failure, Instant now) {
        from(QUEUED, SUBMITTING, RUNNING, UNKNOWN, SAVING, NEEDS_ATTENTION);
        fault = Fault.of(failure);
        finish(FAILED, now);
    }

    void cancelled(Credits price, Instant now) {
        from(QUEUED, SUBMITTING, RUNNING, UNKNOWN);
        charged = price.millis();
        fault = fault().excused();
        finish(CANCELLED, now);
    }

    void cancelRequested(Instant now) {
        cancelRequestedAt = now;
        dueAt = state == RUNNING ? now : dueAt;
    }

    private void finish(State end, Instant now) {
        finishedAt = now;
        rest(end, now);
    }

    private void rest(State next, Instant due) {
        state = next;
        dueAt = due;
        leasedBy = null;
        leaseUntil = null;
    }

    private void from(State... allowed) {
        if (!List.of(allowed).contains(state)) {
            throw new IllegalStateException("Generation " + id + " is " + state + ", not one of " + List.of(allowed));
        }
    }
}
