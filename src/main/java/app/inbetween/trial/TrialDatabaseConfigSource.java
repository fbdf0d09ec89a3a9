package app.inbetween.trial;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Fills in the JDBC URL of an embedded PostgreSQL in dev and test mode when none is configured. The database is started the
 * first
 * time somebody asks for the URL.
 */
class TrialDatabaseConfigSource implements ConfigSource {

    static final String URL = "quarkus.datasource.jdbc.url";
    static final String USERNAME = "quarkus.datasource.username";
    static final String PASSWORD = "quarkus.datasource.password";

    private final Path directory;
    private final boolean kept;

    TrialDatabaseConfigSource(Path directory, boolean kept) {
        this.directory = directory;
        this.kept = kept;
    }

    @Override
    public Set<String> getPropertyNames() {
        return Set.of(URL, USERNAME, PASSWORD);
    }

    @Override
    public String getValue(String name) {
        return switch (name) {
            case URL -> EmbeddedDatabase.jdbcUrl(directory, kept);
            case USERNAME, PASSWORD -> EmbeddedDatabase.USER;
            default -> null;
        };
    }

    @Override
    public Map<String, String> getProperties() {
        return Map.of(URL, getValue(URL), USERNAME, EmbeddedDatabase.USER, PASSWORD, EmbeddedDatabase.USER);
    }

    @Override
    public String getName() {
        return "embedded PostgreSQL of the trial";
    }

    /** Just above application.properties (250), below the environment (300): whoever sets a URL is obeyed. */
    @Override
    public int getOrdinal() {
        return 240;
    }
}
