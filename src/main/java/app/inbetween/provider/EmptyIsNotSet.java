package app.inbetween.provider;

import java.util.Map;

import jakarta.annotation.Priority;
import jakarta.interceptor.Interceptor;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/**
 * Takes a provider's setting that is empty for one that is not set. Whoever starts us through a file of variables leaves those
 * empty that they have nothing to say about, and that must not stop the start.
 */
public class EmptyIsNotSet implements SmallRyeConfigBuilderCustomizer {

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        // Filled when the mappings are known, which is later.
        builder.withInterceptors(new Reading(builder.getDefaultValues()));
    }

    /** Before all others, so that it sees what is left when expressions are resolved. */
    @Priority(Interceptor.Priority.APPLICATION + 1000)
    private record Reading(Map<String, String> defaults) implements ConfigSourceInterceptor {

        private static final String PREFIX = "inbetween.provider.";

        @Override
        public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
            ConfigValue set = context.proceed(name);
            if (set == null || !name.startsWith(PREFIX) || set.getValue() == null || !set.getValue().isBlank()) {
                return set;
            }
            return defaults.containsKey(name) ? set.withValue(defaults.get(name)) : null;
        }
    }
}
