package app.inbetween.ledger;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.agroal.api.AgroalDataSource;

/** Cuts connections to the database while others work with them, as by a crash of this process or of the database. */
@ApplicationScoped
public class Saboteur {

    private static final String CUT_ONE = """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()
            ORDER BY random() LIMIT 1
            """;

    @Inject
    AgroalDataSource database;
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;
    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    private final Semaphore orders = new Semaphore(0);

    /** They have much to say on every cut connection, all of it expected. */
    private final List<Logger> witnesses = List.of(Logger.getLogger("com.arjuna.ats.jta"),
            Logger.getLogger("io.agroal.pool"), Logger.getLogger("org.hibernate.orm.jdbc.error"),
            Logger.getLogger("app.inbetween.generation.Crew"));

    public void hushWitnesses() {
        witnesses.forEach(logger -> logger.setLevel(Level.OFF));
    }

    public void hearWitnesses() {
        witnesses.forEach(logger -> logger.setLevel(null));
    }

    /** One more connection will be cut in a moment. */
    public void order() {
        orders.release();
    }

    /** Cuts what is ordered for as long as it should. Returns how many connections it cut. */
    public int cutWhile(BooleanSupplier goingOn) throws SQLException, InterruptedException {
        try (Connection connection = DriverManager.getConnection(url, user, user);
                Statement statement = connection.createStatement()) {
            int cut = 0;
            while (goingOn.getAsBoolean()) {
                if (orders.tryAcquire(100, TimeUnit.MILLISECONDS)) {
                    statement.execute(CUT_ONE);
                    cut++;
                }
            }
            orders.drainPermits();
            return cut;
        }
    }

    /** The pool flushes when it finds the time, so this waits until all it can lend is alive. */
    public void discardDeadConnections() {
        database.flush(AgroalDataSource.FlushMode.GRACEFUL);
        await().until(this::allConnectionsLive);
    }

    private boolean allConnectionsLive() throws SQLException {
        List<Connection> lent = new ArrayList<>();
        try {
            for (int i = 0; i < database.getConfiguration().connectionPoolConfiguration().maxSize(); i++) {
                lent.add(database.getConnection());
            }
            boolean live = true;
            for (Connection connection : lent) {
                live &= connection.isValid(1);
            }
            return live;
        } finally {
            for (Connection connection : lent) {
                connection.close();
            }
        }
    }
}
