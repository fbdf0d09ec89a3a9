package app.inbetween.trial;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.microprofile.config.spi.ConfigSource;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;

/** Adds the trial's database where nobody has configured one. */
public class TrialConfigSourceFactory implements ConfigSourceFactory {

    private static final String DIRECTORY = "inbetween.trial.directory";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        boolean test = context.getProfiles().contains("test");
        if (!test && !context.getProfiles().contains("dev") || isSet(context, TrialDatabaseConfigSource.URL)) {
            return List.of();
        }
        ConfigValue directory = context.getValue(DIRECTORY);
        String at = isSet(context, DIRECTORY) ? directory.getValue() : test ? "target/trial" : ".inbetween";
        return List.of(new TrialDatabaseConfigSource(Path.of(at).toAbsolutePath().resolve("postgres"), !test));
    }

    private static boolean isSet(ConfigSourceContext context, String name) {
        ConfigValue value = context.getValue(name);
        return value != null && value.getValue() != null && !value.getValue().isBlank();
    }
}
