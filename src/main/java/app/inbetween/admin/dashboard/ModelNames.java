package app.inbetween.admin.dashboard;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.database.Sql;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoProvider;

/** How models are called, those too that can no longer be asked for. */
@ApplicationScoped
public class ModelNames {

    @Inject
    ModelCatalog catalog;
    @Inject
    Sql sql;

    /** The name a person reads, or the id where nobody knows the model any more. */
    public String of(String model) {
        return catalog.known(model).map(VideoModel::name).orElse(model);
    }

    public String ofProvider(String provider) {
        return catalog.provider(provider).map(VideoProvider::label).orElse(provider);
    }

    /** Ids of everything that has or had a price, in order. */
    public List<String> all() {
        return Stream.concat(catalog.models().stream().map(VideoModel::id),
                sql.all("SELECT DISTINCT model FROM price", row -> row.getString(1)).stream())
                .distinct().sorted().toList();
    }
}
