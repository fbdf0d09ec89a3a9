package app.inbetween.database;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;

/**
 * Statements on the connection of the running transaction, which is Hibernate's too; without a transaction each commits by
 * itself.
 * <p>
 * Not through the entity manager, because that would first write out what the caller has changed: a row would be locked before
 * the account, and two such transactions could wait for each other.
 * <p>
 * Values may be strings, numbers, booleans, UUIDs, instants, local dates, enum constants (by name), null, and arrays of UUIDs,
 * strings, longs, integers, booleans or instants.
 */
@ApplicationScoped
public class Sql {

    private static final Map<Class<?>, String> ARRAYS = Map.of(UUID.class, "uuid", String.class, "text", Long.class, "bigint",
            Integer.class, "integer", Boolean.class, "boolean", OffsetDateTime.class, "timestamptz");

    private final DataSource database;

    @Inject
    public Sql(DataSource database) {
        this.database = database;
    }

    /** Makes a value of a row. */
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Takes one row after the other, such as a line of a file. */
    public interface RowSink {
        void take(ResultSet row) throws SQLException;
    }

    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    public <T> Optional<T> first(String sql, RowReader<T> reader, Object... values) {
        return all(sql, reader, values).stream().findFirst();
    }

    /** Of a query that always answers with a row. */
    public <T> T one(String sql, RowReader<T> reader, Object... values) {
        return first(sql, reader, values).orElseThrow(() -> new IllegalStateException("No row came of " + sql));
    }

    /** The rows of a query, or what an {@code INSERT} or {@code UPDATE} is {@code RETURNING}. */
    public <T> List<T> all(String sql, RowReader<T> reader, Object... values) {
        List<T> rows = new ArrayList<>();
        with(sql, values, statement -> {
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reader.read(result));
                }
            }
            return rows;
        });
        return rows;
    }

    /** As {@link #all}, for more rows than should be in memory at once. Needs a transaction. */
    public void each(String sql, RowSink sink, Object... values) {
        with(sql, values, statement -> {
            statement.setFetchSize(500);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    sink.take(result);
                }
            }
            return null;
        });
    }

    /** Returns how many rows were touched. */
    public int run(String sql, Object... values) {
        return with(sql, values, PreparedStatement::executeUpdate);
    }

    /** The moment in a column, empty where it is null. */
    public static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private <T> T with(String sql, Object[] values, Use<T> use) {
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, plain(connection, values[i]));
            }
            return use.of(statement);
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private static Object plain(Connection connection, Object value) throws SQLException {
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        if (value instanceof Instant[] instants) {
            Object[] moments = new OffsetDateTime[instants.length];
            for (int i = 0; i < instants.length; i++) {
                moments[i] = instants[i] == null ? null : plain(connection, instants[i]);
            }
            return array(connection, moments);
        }
        if (value instanceof Object[] array) {
            return array(connection, array);
        }
        return value instanceof Enum<?> constant ? constant.name() : value;
    }

    private static Array array(Connection connection, Object[] values) throws SQLException {
        return connection.createArrayOf(ARRAYS.get(values.getClass().getComponentType()), values);
    }
}
