package app.inbetween.hook;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "inbetween.hook")
interface HookConfig {

    /** Schedules; "off" for a node that only serves pages. */
    String processEvery();

    String sweepEvery();

    /** How long it is remembered what came; far longer than any provider repeats itself. */
    @WithDefault("7d")
    Duration keep();
}
