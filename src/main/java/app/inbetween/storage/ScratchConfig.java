package app.inbetween.storage;

import java.nio.file.Path;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "inbetween.scratch")
interface ScratchConfig {

    /** Where files lie while they are worked on; needs room for a few films. */
    @WithDefault("${inbetween.trial.directory:.inbetween}/scratch")
    Path directory();
}
