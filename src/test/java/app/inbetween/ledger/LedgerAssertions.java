package app.inbetween.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import jakarta.enterprise.inject.spi.CDI;

/** What must hold after every test that moves credits. */
public final class LedgerAssertions {

    static final String VIOLATIONS = "SELECT rule FROM ledger_violations ORDER BY rule";

    private LedgerAssertions() {
    }

    /** In a test that runs Quarkus. */
    public static void assertNoViolations() {
        assertNoViolations(CDI.current().select(DataSource.class).get());
    }

    public static void assertNoViolations(DataSource database) {
        assertThat(violations(database)).as("ledger_violations").isEmpty();
    }

    /** @param query {@link #VIOLATIONS}, planned once for many answers */
    static void assertNoViolations(PreparedStatement query) throws SQLException {
        assertThat(rules(query.executeQuery())).as("ledger_violations").isEmpty();
    }

    static List<String> violations(DataSource database) {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            return rules(statement.executeQuery(VIOLATIONS));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> rules(ResultSet rows) throws SQLException {
        try (rows) {
            List<String> rules = new ArrayList<>();
            while (rows.next()) {
                rules.add(rows.getString(1));
            }
            return rules;
        }
    }
}
