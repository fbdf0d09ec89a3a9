package app.inbetween.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import org.flywaydb.core.Flyway;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever is done, in whatever order: the ledger answers and counts like the {@link Oracle}, and its books are in order. */
class LedgerPropertyTest {

    private static EmbeddedPostgres postgres;
    private static Connection connection;
    private static PreparedStatement violations;

    /** One connection for all tries: it plans each query once, and every try is rolled back. */
    @BeforeContainer
    static void startPostgres() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off")
                .setOverrideWorkingDirectory(Path.of("target", "trial", "postgres-programs").toFile()).start();
        Flyway.configure().dataSource(postgres.getPostgresDatabase()).load().migrate();
        connection = postgres.getPostgresDatabase().getConnection();
        connection.setAutoCommit(false);
        violations = connection.prepareStatement(LedgerAssertions.VIOLATIONS);
    }

    @AfterContainer
    static void stopPostgres() throws IOException, SQLException {
        connection.close();
        postgres.close();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Step.any().list().ofMinSize(1).ofMaxSize(100).withSizeDistribution(RandomDistribution.uniform());
    }

    @AfterTry
    void forget() throws SQLException {
        connection.rollback();
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void theLedgerAgreesWithTheOracle(@ForAll("steps") List<Step> steps) throws SQLException {
        WiredLedger ledger = new WiredLedger(connection);
        Oracle oracle = new Oracle();

        for (Step step : steps) {
            assertThat(ledger.answer(step)).as(step.toString()).isEqualTo(answer(oracle, step));
            LedgerAssertions.assertNoViolations(violations);
        }
        for (int user = 0; user < Step.USERS; user++) {
            assertThat(ledger.balance(user)).as("balance of %s", user).isEqualTo(oracle.balance(user));
        }
        LedgerAssertions.assertNoViolations(violations);
    }

    private static String answer(Oracle oracle, Step step) {
        try {
            return step.on(oracle);
        } catch (Oracle.Refusal e) {
            return e.getMessage();
        }
    }
}
