package app.inbetween.provider;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

/** A provider's configuration, read from what an operator has written. */
public final class WrittenConfig {

    private WrittenConfig() {
    }

    /** With a key, and what else is set under the provider's name. */
    public static <C> C withKey(Class<C> config, String provider, Map<String, String> settings) {
        String prefix = "inbetween.provider." + provider + ".";
        Map<String, String> values = new HashMap<>(Map.of(prefix + "api-key", "a-key"));
        settings.forEach((name, value) -> values.put(prefix + name, value));
        return read(config, values);
    }

    public static <C> C read(Class<C> config, Map<String, String> values) {
        return new SmallRyeConfigBuilder().withMapping(config).withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(values, "test", 100)).build().getConfigMapping(config);
    }
}
