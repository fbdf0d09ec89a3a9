package app.inbetween.generation.wish;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoProvider;

/** Models that were chosen once and have been retired, taken off the list or lost with their provider's key. */
@ApplicationScoped
public class Departures {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    @Inject
    ModelCatalog catalog;
    @Inject
    Clock clock;

    /** What a person reads. */
    public static String day(LocalDate day) {
        return day.format(DAY);
    }

    /** Empty when the model can be had. */
    public Optional<Departed> of(String model) {
        if (catalog.model(model).isPresent()) {
            return Optional.empty();
        }
        Optional<VideoModel> heir = heir(model);
        return Optional.of(new Departed(reason(model), heir.or(this::first), heir.isPresent()));
    }

    /**
     * The model itself, or else what takes its place; the first one where none was chosen. Empty when there are none at all.
     */
    public Optional<VideoModel> modelFor(String chosen) {
        return chosen.isEmpty() ? first() : catalog.model(chosen).or(() -> of(chosen).flatMap(Departed::replacement));
    }

    private Optional<VideoModel> first() {
        return catalog.models().stream().findFirst();
    }

    /** The replacement may have been replaced itself. */
    private Optional<VideoModel> heir(String model) {
        Set<String> seen = new HashSet<>();
        Optional<String> next = Optional.of(model);
        while (next.isPresent() && seen.add(next.get())) {
            next = catalog.known(next.get()).flatMap(it -> it.life().replacement());
            Optional<VideoModel> heir = next.flatMap(catalog::model);
            if (heir.isPresent()) {
                return heir;
            }
        }
        return Optional.empty();
    }

    private String reason(String model) {
        Optional<VideoModel> known = catalog.known(model);
        return known.map(it -> it.name() + ending(it)).orElseGet(() -> unknown(model));
    }

    private String ending(VideoModel model) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Optional<LocalDate> over = model.life().until().filter(until -> !today.isBefore(until));
        Optional<LocalDate> early = model.life().from().filter(today::isBefore);
        return over.map(until -> " was retired on " + day(until))
                .or(() -> early.map(from -> " cannot be had before " + day(from)))
                .orElseGet(() -> catalog.isSwitchedOff(model.id()) ? " has been switched off by an administrator"
                        : " is not offered here now");
    }

    /** All that is left of it is its id. */
    private String unknown(String model) {
        String[] parts = model.split("/", 2);
        Optional<VideoProvider> closed = catalog.provider(parts[0]).filter(provider -> !provider.isConfigured());
        String name = parts[parts.length - 1];
        return closed.map(provider -> name + " cannot be had: " + provider.label() + " is not set up here now")
                .orElse(name + " is not offered here now");
    }
}
