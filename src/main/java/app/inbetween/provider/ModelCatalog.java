package app.inbetween.provider;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Every model that can be asked for now, over all providers. */
@ApplicationScoped
public class ModelCatalog {

    @Inject
    @Any
    Instance<VideoProvider> providers;

    public List<VideoModel> models() {
        return providers().stream().flatMap(provider -> provider.models().stream()).toList();
    }

    public Optional<VideoModel> model(String id) {
        return models().stream().filter(model -> model.id().equals(id)).findFirst();
    }

    public List<VideoProvider> providers() {
        return providers.stream().sorted(Comparator.comparing(VideoProvider::name)).toList();
    }

    public Optional<VideoProvider> provider(String name) {
        return providers.stream().filter(provider -> provider.name().equals(name)).findFirst();
    }
}
