package app.inbetween.provider;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Every model that can be asked for now, over all providers. */
@ApplicationScoped
public class ModelCatalog {

    private static final String BUILT_IN = "local";

    @Inject
    @Any
    Instance<VideoProvider> providers;

    @Inject
    Availability availability;

    @Inject
    Clock clock;

    /** What can be asked for today. */
    public List<VideoModel> models() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return known().filter(model -> model.life().includes(today)).filter(availability::offers).toList();
    }

    /** Whether administrators have taken a model that we know off the shelf. */
    public boolean isSwitchedOff(String id) {
        return known(id).filter(model -> !availability.offers(model)).isPresent();
    }

    /**
     * Why a model must not be asked for, as a sentence that can be shown; empty where administrators have nothing against it.
     */
    public Optional<String> refusal(String id) {
        return known(id).filter(model -> isSwitchedOff(id))
                .map(model -> model.name() + " has been switched off by an administrator: choose another model.");
    }

    public Optional<VideoModel> model(String id) {
        return models().stream().filter(model -> model.id().equals(id)).findFirst();
    }

    /** Also one that can no longer be asked for, so that what it drew keeps its name. */
    public Optional<VideoModel> known(String id) {
        return known().filter(model -> model.id().equals(id)).findFirst();
    }

    /** What draws on this machine comes first: it needs no key and is there for a first try. */
    public List<VideoProvider> providers() {
        return providers.stream().sorted(Comparator.comparing((VideoProvider provider) -> !provider.name().equals(BUILT_IN))
                .thenComparing(VideoProvider::label, String.CASE_INSENSITIVE_ORDER)).toList();
    }

    public Optional<VideoProvider> provider(String name) {
        return providers.stream().filter(provider -> provider.name().equals(name)).findFirst();
    }

    private Stream<VideoModel> known() {
        return providers().stream().flatMap(provider -> provider.models().stream());
    }
}
