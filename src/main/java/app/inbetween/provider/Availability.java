package app.inbetween.provider;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import app.inbetween.database.Sql;

/**
 * What administrators took off the shelf: whole providers, and single models. It is about what can be asked for from now on;
 * clips that were asked for before are sent and finished, because they were promised.
 */
@ApplicationScoped
public class Availability {

    /** For as long, another node may still offer what was just switched off here. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    @Inject
    Sql sql;
    @Inject
    Clock clock;
    @Inject
    Event<AvailabilityChanged> changed;

    private volatile Shelf shelf;

    /** Who switched a provider off, since when, and why. */
    public record SwitchedOff(Instant since, UUID by, String reason) {
    }

    private record Shelf(Instant readAt, Map<String, SwitchedOff> off, Set<String> hidden) {

        boolean isFreshAt(Instant now) {
            return Duration.between(readAt, now).abs().compareTo(FRESH) < 0;
        }
    }

    public Optional<SwitchedOff> switchedOff(String provider) {
        return Optional.ofNullable(shelf().off.get(provider));
    }

    public boolean isHidden(String model) {
        return shelf().hidden.contains(model);
    }

    /** Whether a model can be asked for, as far as administrators are concerned. */
    public boolean offers(VideoModel model) {
        Shelf now = shelf();
        return !now.off.containsKey(model.provider()) && !now.hidden.contains(model.id());
    }

    /** @return whether it was on until now */
    @Transactional(MANDATORY)
    public boolean switchOff(String provider, UUID by, String reason) {
        changed.fire(new AvailabilityChanged());
        return sql.run("""
                INSERT INTO provider_switched_off (provider, since, switched_off_by, reason) VALUES (?, ?, ?, ?)
                ON CONFLICT DO NOTHING""", provider, clock.instant(), by, reason) == 1;
    }

    /** @return whether it was off until now */
    @Transactional(MANDATORY)
    public boolean switchOn(String provider) {
        changed.fire(new AvailabilityChanged());
        return sql.run("DELETE FROM provider_switched_off WHERE provider = ?", provider) == 1;
    }

    /** @return whether it was offered until now */
    @Transactional(MANDATORY)
    public boolean hide(String model, UUID by) {
        changed.fire(new AvailabilityChanged());
        return sql.run("INSERT INTO model_hidden (model, since, hidden_by) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", model,
                clock.instant(), by) == 1;
    }

    /** @return whether it was hidden until now */
    @Transactional(MANDATORY)
    public boolean show(String model) {
        changed.fire(new AvailabilityChanged());
        return sql.run("DELETE FROM model_hidden WHERE model = ?", model) == 1;
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) AvailabilityChanged news) {
        shelf = null;
    }

    private Shelf shelf() {
        Shelf known = shelf;
        Instant now = clock.instant();
        if (known == null || !known.isFreshAt(now)) {
            known = read(now);
            shelf = known;
        }
        return known;
    }

    private Shelf read(Instant now) {
        Map<String, SwitchedOff> off = new HashMap<>();
        sql.all("SELECT * FROM provider_switched_off", row -> off.put(row.getString("provider"),
                new SwitchedOff(Sql.instant(row, "since").orElseThrow(), row.getObject("switched_off_by", UUID.class),
                        row.getString("reason"))));
        return new Shelf(now, off, new HashSet<>(sql.all("SELECT model FROM model_hidden", row -> row.getString(1))));
    }
}
