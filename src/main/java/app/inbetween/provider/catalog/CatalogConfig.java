package app.inbetween.provider.catalog;

import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

@ConfigMapping(prefix = "inbetween.models")
public interface CatalogConfig {

    /** Models of the operator's own, or in place of shipped ones; docs/models.md tells how it is written. */
    Optional<Path> file();
}
