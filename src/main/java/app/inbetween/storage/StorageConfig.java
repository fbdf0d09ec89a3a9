package app.inbetween.storage;

import java.nio.file.Path;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "inbetween.storage")
interface StorageConfig {

    /** Where blobs are kept: {@code disk}. */
    @WithDefault("disk")
    String kind();

    /** Where a disk store keeps its files. */
    @WithDefault("${inbetween.trial.directory:.inbetween}/storage")
    Path directory();
}
