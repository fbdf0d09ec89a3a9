package app.inbetween.generation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.price.Shelf;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.VideoModel;

@ApplicationScoped
class CatalogShelf implements Shelf {

    @Inject
    ModelCatalog catalog;

    @Override
    public boolean has(String model) {
        return catalog.model(model).isPresent();
    }

    @Override
    public String nameOf(String model) {
        return catalog.known(model).map(VideoModel::name).orElse(model);
    }
}
