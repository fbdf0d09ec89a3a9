package app.inbetween.provider.wavespeed;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "inbetween.provider.wavespeed")
interface WaveSpeedConfig {

    @WithDefault("true")
    boolean enabled();

    /** Without one the provider is absent. */
    Optional<String> apiKey();

    /** Without {@code /api/v3}; by default the real one. */
    Optional<URI> baseUrl();

    /** With its prefix {@code whsec_} or without; by default the provider is asked for it once. */
    Optional<String> webhookSecret();

    /** Jobs under way at once; by default 3, as the lowest level of accounts has it. */
    OptionalInt maxConcurrent();

    /** How long the answer to a submission may take; by default a minute. */
    Optional<Duration> patience();

    /** The pause between two questions about a job; by default two seconds. */
    Optional<Duration> pollEvery();

    /** By default 5/1m, as the lowest level of accounts has it. */
    Optional<String> submits();

    /** As {@code submits}; by default there is no limit. */
    Optional<String> queries();

    /** Where films may lie; by default the hosts the provider is known to use. */
    Optional<List<String>> resultHosts();
}
