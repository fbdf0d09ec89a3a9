package app.inbetween.generation.pace;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.database.Sql;

/** What time it is for everything that nodes share: the database's, so that they need not agree. */
@ApplicationScoped
public class DatabaseTime {

    @Inject
    Sql sql;

    /** The moment of the call, not of the transaction it is made in. */
    public Instant now() {
        return sql.one("SELECT clock_timestamp() AS now", row -> Sql.instant(row, "now").orElseThrow());
    }
}
