package app.inbetween.generation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.VideoModel;

/** How long a clip will take, learnt from the clips before it. */
@ApplicationScoped
public class Forecast {

    private static final int HISTORY = 60;
    private static final int ENOUGH = 3;

    /** The middle 80 % of what the newest clips took, per second of film. */
    static final String PACE = """
            SELECT percentile_cont(0.1) WITHIN GROUP (ORDER BY pace), percentile_cont(0.9) WITHIN GROUP (ORDER BY pace), count(*)
            FROM (SELECT extract(epoch FROM finished_at - submitting_at) / (duration_millis / 1000.0) AS pace
              FROM generation WHERE model = :model AND resolution = :resolution AND state = 'SUCCEEDED'
              ORDER BY finished_at DESC LIMIT :history) newest""";

    static final String PLACE = """
            SELECT count(*) FILTER (WHERE (created_at, id) <= (:created, :id)), count(*)
            FROM generation WHERE provider = :provider AND state = 'QUEUED'""";

    @Inject
    EntityManager entities;
    @Inject
    ModelCatalog catalog;
    @Inject
    Clock clock;
    @Inject
    GenerationConfig config;

    /**
     * How long from sending to done.
     *
     * @param clips how many clips of our own this rests on; 0 when it is the catalogue's word
     */
    public record Range(Duration from, Duration to, int clips) {

        /** Such as {@code 1 to 2 min} or {@code 10 to 20 s}; a round number where the ends are alike. */
        public String words() {
            boolean minutes = to.toSeconds() >= 90;
            long low = minutes ? Math.round(from.toSeconds() / 60.0) : from.toSeconds() / 5 * 5;
            long high = minutes ? (to.toSeconds() + 59) / 60 : (to.toSeconds() + 4) / 5 * 5;
            String unit = minutes ? " min" : " s";
            return low <= 0 ? "up to " + Math.max(high, minutes ? 1 : 5) + unit
                    : low >= high ? high + unit : low + " to " + high + unit;
        }

        private Range after(Duration elapsed) {
            return new Range(positive(from.minus(elapsed)), positive(to.minus(elapsed)), clips);
        }

        private static Duration positive(Duration duration) {
            return duration.isNegative() ? Duration.ZERO : duration;
        }
    }

    /** @param position 1 is next */
    public record Place(int position, int waiting) {
    }

    /** What a clip of these settings usually takes; empty when nobody can say. */
    public Optional<Range> usually(Settings settings) {
        return usually(settings.model(), settings.resolution(), settings.duration());
    }

    /** As {@link #usually(Settings)}. */
    public Optional<Range> usually(String model, String resolution, Duration length) {
        Object[] row = (Object[]) entities.createNativeQuery(PACE).setParameter("model", model)
                .setParameter("resolution", resolution).setParameter("history", HISTORY).getSingleResult();
        int clips = ((Number) row[2]).intValue();
        if (clips < ENOUGH) {
            return catalog.known(model).map(VideoModel::typicalTime)
                    .map(typical -> new Range(typical.dividedBy(2), typical.multipliedBy(2), 0));
        }
        double seconds = length.toMillis() / 1000.0;
        return Optional.of(new Range(seconds(row[0], seconds), seconds(row[1], seconds), clips));
    }

    /** What is left of it for a clip that has been sent. */
    public Optional<Range> remaining(Generation generation) {
        Instant since = generation.submittingAt;
        return since == null ? Optional.empty()
                : usually(generation.settings).map(range -> range.after(Duration.between(since, clock.instant())));
    }

    /** Its place among the clips that wait for the same provider. */
    public Place place(Generation generation) {
        Object[] row = (Object[]) entities.createNativeQuery(PLACE).setParameter("created", generation.createdAt)
                .setParameter("id", generation.id).setParameter("provider", generation.provider).getSingleResult();
        return new Place(((Number) row[0]).intValue(), ((Number) row[1]).intValue());
    }

    /** Until when credits stay held for a clip of unknown fate. */
    public Instant holdEnds(Generation generation) {
        return generation.unknownAt.plus(config.unknownFor());
    }

    private static Duration seconds(Object pace, double seconds) {
        return Duration.ofMillis(Math.round(((Number) pace).doubleValue() * seconds * 1000));
    }
}
