package app.inbetween.provider.fal;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import app.inbetween.provider.RateLimit;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "inbetween.provider.fal")
interface FalConfig {

    @WithDefault("true")
    boolean enabled();

    /** Key id and secret, with a colon between them. */
    Optional<String> apiKey();

    /** In place of all of fal's own hosts. */
    Optional<URI> baseUrl();

    /** What a new account may run at once; what is more waits in fal's queue, where it helps nobody. */
    @WithDefault("2")
    int maxConcurrent();

    /** How long the answer to a submission may take. */
    @WithDefault("60s")
    Duration patience();

    @WithDefault("2s")
    Duration pollEvery();

    /** Where films may lie: names, or {@code *.name} for every host below it. */
    @WithDefault("*.fal.media")
    List<String> resultHosts();

    Optional<RateLimit> submits();

    Optional<RateLimit> queries();
}
