package app.inbetween.provider.kolbo;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "inbetween.provider.kolbo")
interface KolboConfig {

    URI KOLBO = URI.create("https://api.kolbo.ai/api");

    @WithDefault("true")
    boolean enabled();

    Optional<String> apiKey();

    /** With {@code /api}; {@code https://api.kolbo.ai/api} when it is not set. */
    Optional<URI> baseUrl();

    @WithDefault("5")
    int maxConcurrent();

    /** How long the answer to a submission may take. */
    @WithDefault("60s")
    Duration patience();

    @WithDefault("8s")
    Duration pollEvery();

    /** How often it may be handed a clip; {@code 10/1m} when it is not set. */
    Optional<String> submits();

    /** How often it may be asked about one; {@code 300/1m} when it is not set. */
    Optional<String> queries();

    @WithDefault("*.kolbo.ai")
    List<String> resultHosts();

    /** How long its list of models is taken for true. */
    @WithDefault("10m")
    Duration modelsFor();

    /** How long a page waits for the list while there is none. */
    @WithDefault("2s")
    Duration modelsPatience();

    /**
     * What one of its credits costs. Where this is set, models that have no price yet get one at that cost; otherwise an
     * administrator sets it.
     */
    Optional<BigDecimal> dollarsPerCredit();
}
