package app.inbetween.crash;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

/**
 * A named moment at which another process is made to stand still: a trigger on the statement that ends the moment waits for a
 * lock that the test holds. Killed there, the process dies with that statement not yet done and its transaction open.
 */
enum CrashPoint {

    CLAIMED_BUT_NOT_SENT("generation", "BEFORE UPDATE", "OLD.sent_at IS NULL AND NEW.sent_at IS NOT NULL"),
    SENT_BUT_NOT_TAKEN("local_render", "BEFORE INSERT", "true"),
    TAKEN_BUT_NOT_RECORDED("generation", "BEFORE UPDATE", "OLD.state = 'SUBMITTING' AND NEW.state = 'RUNNING'"),
    DRAWN_BUT_NOT_NOTED("local_render", "BEFORE UPDATE", "OLD.state = 'DRAWING' AND NEW.state = 'DONE'"),
    NOTED_BUT_NOT_SAVING("generation", "BEFORE UPDATE", "OLD.state = 'RUNNING' AND NEW.state = 'SAVING'"),
    SAVED_BUT_NOT_CAPTURED("credit_entry", "BEFORE INSERT", "NEW.kind = 'CAPTURE'"),
    CAPTURED_BUT_NO_FILM_ROW("video", "BEFORE INSERT", "true"),
    FILM_ROW_BUT_NOT_SUCCEEDED("generation", "BEFORE UPDATE", "NEW.state = 'SUCCEEDED'"),
    SETTLED_BUT_NOT_FORGOTTEN("local_render", "BEFORE DELETE", "true");

    private static final long LOCK = 724_011;

    private final String table;
    private final String moment;
    private final String condition;

    CrashPoint(String table, String moment, String condition) {
        this.table = table;
        this.moment = moment;
        this.condition = condition;
    }

    /** Until the barrier is closed, whoever comes to this point waits there. */
    Barrier raise(DataSource database) throws SQLException {
        return new Barrier(database);
    }

    final class Barrier implements AutoCloseable {

        private final Connection connection;

        private Barrier(DataSource database) throws SQLException {
            connection = database.getConnection();
            connection.setAutoCommit(true);
            run("SELECT pg_advisory_lock(" + LOCK + ")");
            run("CREATE OR REPLACE FUNCTION stand_still() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                    + "PERFORM pg_advisory_xact_lock_shared(" + LOCK + "); RETURN coalesce(NEW, OLD); END $$");
            run("CREATE TRIGGER stand_still " + moment + " ON " + table + " FOR EACH ROW "
                    + (condition.equals("true") ? "" : "WHEN (" + condition + ") ") + "EXECUTE FUNCTION stand_still()");
        }

        boolean isReached() throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(
                            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = " + LOCK
                                    + " AND NOT granted")) {
                rows.next();
                return rows.getInt(1) > 0;
            }
        }

        @Override
        public void close() throws SQLException {
            run("SELECT pg_advisory_unlock(" + LOCK + ")");
            // Whoever stood there is dead: its transaction ends once it finds out, and only then can the trigger go.
            run("DROP TRIGGER stand_still ON " + table);
            connection.close();
        }

        private void run(String sql) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
