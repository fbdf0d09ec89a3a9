package app.inbetween.provider.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import app.inbetween.provider.AskedPrice;
import app.inbetween.provider.PriceTeller;
import app.inbetween.provider.VideoModel;
import io.quarkus.runtime.StartupEvent;

/**
 * The models of the providers that do not tell them themselves: those shipped, and over them those of the operator's own file.
 */
@ApplicationScoped
public class Catalog implements PriceTeller {

    private static final List<String> SHIPPED = List.of("models/wavespeed.yaml", "models/fal.yaml", "models/dashscope.yaml",
            "models/comfyui.yaml");

    private final Map<String, CatalogEntry> entries = new LinkedHashMap<>();

    @Inject
    public Catalog(CatalogConfig config) {
        SHIPPED.forEach(file -> add(CatalogReader.read(file, resource(file))));
        config.file().ifPresent(file -> {
            try (Reader reader = Files.newBufferedReader(file)) {
                add(CatalogReader.read(file.toString(), reader,
                        new Graphs(Optional.ofNullable(file.toAbsolutePath().getParent()))));
            } catch (IOException e) {
                throw new IllegalStateException("The file of models " + file + " (inbetween.models.file) cannot be read", e);
            }
        });
        checkReplacements();
    }

    /** A wrong entry stops the start. */
    void start(@Observes StartupEvent event) {
        entries.size();
    }

    /** In the order they are written down. */
    public List<CatalogEntry> of(String provider) {
        return entries.values().stream().filter(entry -> entry.model().provider().equals(provider)).toList();
    }

    public List<VideoModel> models(String provider) {
        return of(provider).stream().map(CatalogEntry::model).toList();
    }

    public Optional<CatalogEntry> entry(String model) {
        return Optional.ofNullable(entries.get(model));
    }

    /** Of entries that tell their prices; those shipped are in the price list. */
    @Override
    public List<AskedPrice> prices() {
        return entries.values().stream().flatMap(entry -> entry.prices().stream()).toList();
    }

    @Override
    public boolean isLearning() {
        return false;
    }

    private void add(List<CatalogEntry> read) {
        read.forEach(entry -> entries.put(entry.id(), entry));
    }

    private void checkReplacements() {
        for (CatalogEntry entry : new ArrayList<>(entries.values())) {
            entry.model().life().replacement().filter(id -> !entries.containsKey(id) || id.equals(entry.id())).ifPresent(id -> {
                throw new CatalogException(entry.file(), entry.line(), "life.replacement",
                        "there is no other model " + id + ".");
            });
        }
    }

    private static Reader resource(String name) {
        InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(name);
        if (file == null) {
            throw new UncheckedIOException(new IOException(name + " is missing"));
        }
        return new InputStreamReader(file, StandardCharsets.UTF_8);
    }
}
