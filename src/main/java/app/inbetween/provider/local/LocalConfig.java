package app.inbetween.provider.local;

import java.time.Duration;
import java.util.OptionalInt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "inbetween.provider.local")
interface LocalConfig {

    @WithDefault("true")
    boolean enabled();

    /** Clips this node draws at once; by default one for every two processors. */
    OptionalInt maxConcurrent();

    /** How long a render may be silent before it counts as lost with its node. */
    @WithDefault("15s")
    Duration silence();

    /** How long a drawn film that nobody fetched is kept beyond what the store keeps orphans for. */
    @WithDefault("2d")
    Duration keep();
}
