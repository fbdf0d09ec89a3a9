package app.inbetween.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;

/**
 * Statements on the connection of the running transaction, which is Hibernate's too.
 * <p>
 * Not through the entity manager, because that would first write out what the caller has changed: the generation would be
 * locked before the account, and two such transactions could wait for each other.
 */
@ApplicationScoped
class Sql {

    @Inject
    DataSource database;

    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    <T> Optional<T> first(String sql, RowReader<T> reader, Object... values) {
        return all(sql, reader, values).stream().findFirst();
    }

    /** The rows of a query, or what an {@code INSERT} or {@code UPDATE} is {@code RETURNING}. */
    <T> List<T> all(String sql, RowReader<T> reader, Object... values) {
        return with(sql, values, statement -> {
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reader.read(result));
                }
            }
            return rows;
        });
    }

    /** Returns how many rows were touched. */
    int run(String sql, Object... values) {
        return with(sql, values, PreparedStatement::executeUpdate);
    }

    private <T> T with(String sql, Object[] values, Use<T> use) {
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, plain(values[i]));
            }
            return use.of(statement);
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private static Object plain(Object value) {
        if (value instanceof Credits credits) {
            return credits.millis();
        }
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        return value instanceof Enum<?> constant ? constant.name() : value;
    }
}
