package app.inbetween.generation;

import java.io.IOException;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.postgresql.PGConnection;

import app.inbetween.page.Server;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * The packaged application, on a database of its own. A clip is there when its row says so and its file is sent. The database
 * tells when a row has changed: to look again and again would take the machine from who is measured.
 */
final class Ourselves implements Contender {

    /** A studio that people have been using for a while, so that what every page needs is compiled. */
    private static final int VISITS = 500;
    private static final String TELLING = """
            CREATE FUNCTION tell() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NOTIFY news; RETURN NULL; END';
            CREATE TRIGGER ended AFTER UPDATE OF finished_at ON generation FOR EACH ROW
              WHEN (NEW.finished_at IS NOT NULL AND OLD.finished_at IS NULL) EXECUTE FUNCTION tell();
            CREATE TRIGGER settled AFTER UPDATE OF finish_due_at ON video FOR EACH ROW
              WHEN (NEW.finish_due_at IS NULL) EXECUTE FUNCTION tell();
            LISTEN news""";

    private final String name;
    private final Server server;
    private final Customer customer;
    private final Connection connection;
    private UUID clip;

    private Ourselves(String name, Server server, Connection connection) {
        this.name = name;
        this.server = server;
        this.connection = connection;
        customer = new Customer(server);
    }

    /**
     * @param isTold whether the provider is given an address for its webhooks
     * @param settings environment variables that have it use the provider
     */
    static Ourselves start(EmbeddedPostgres postgres, String name, boolean isTold, Map<String, String> settings)
            throws Exception {
        String database = name.replaceAll("\\W", "_");
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + database);
        }
        Map<String, String> environment = new HashMap<>(settings);
        int port = freePort();
        environment.putAll(Map.of("QUARKUS_HTTP_PORT", Integer.toString(port), "INBETWEEN_LEDGER_WELCOME_CREDITS", "1000000"));
        if (isTold) {
            environment.put("INBETWEEN_PUBLIC_URL", "http://localhost:" + port);
        }
        Ourselves ourselves = new Ourselves(name, Server.start(postgres.getPort(), database, environment),
                postgres.getDatabase("postgres", database).getConnection());
        try (Statement statement = ourselves.connection.createStatement()) {
            statement.execute(TELLING);
        }
        ourselves.customer.choose("wavespeed/wan-flf2v", "flower");
        for (int i = 0; i < VISITS; i++) {
            ourselves.server.get("/gallery");
        }
        return ourselves;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void ask(String prompt) throws Exception {
        clip = customer.ask(prompt);
    }

    @Override
    public void await() throws Exception {
        try (PreparedStatement statement = connection
                .prepareStatement("SELECT g.state, v.id FROM generation g LEFT JOIN video v ON v.generation = g.id WHERE g.id = ?")) {
            statement.setObject(1, clip);
            while (!isThere(statement)) {
                awaitNews();
            }
        }
    }

    @Override
    public void settle() throws Exception {
        try (PreparedStatement statement = connection
                .prepareStatement("SELECT 1 FROM video WHERE generation = ? AND finish_due_at IS NOT NULL")) {
            statement.setObject(1, clip);
            while (hasRow(statement)) {
                awaitNews();
            }
        }
    }

    /** Also of what has changed since this was last called; may be of another row. */
    private void awaitNews() throws SQLException {
        connection.unwrap(PGConnection.class).getNotifications(0);
    }

    private static boolean hasRow(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next();
        }
    }

    private boolean isThere(PreparedStatement statement) throws SQLException, IOException, InterruptedException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            State state = State.valueOf(row.getString(1));
            if (state == State.SUCCEEDED) {
                server.take("/videos/" + row.getString(2) + "/file");
            } else if (state.isFinished()) {
                throw new IllegalStateException("The clip " + clip + " ended as " + state);
            }
            return state == State.SUCCEEDED;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws Exception {
        connection.close();
        server.close();
    }
}
