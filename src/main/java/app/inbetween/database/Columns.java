package app.inbetween.database;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Turns rows into the arrays of their columns, so that any number of them is written by one statement with {@code unnest}. */
public final class Columns<R> {

    private final Collection<R> rows;
    private final Stream.Builder<Object> columns = Stream.builder();

    private Columns(Collection<R> rows) {
        this.rows = rows;
    }

    public static <R> Columns<R> of(Collection<R> rows) {
        return new Columns<>(rows);
    }

    public Columns<R> uuid(Function<R, UUID> value) {
        return add(rows.stream().map(value).toArray(UUID[]::new));
    }

    public Columns<R> text(Function<R, Object> value) {
        return add(rows.stream().map(value).map(text -> text == null ? null : text.toString()).toArray(String[]::new));
    }

    public Columns<R> number(Function<R, Long> value) {
        return add(rows.stream().map(value).toArray(Long[]::new));
    }

    public Columns<R> flag(Function<R, Boolean> value) {
        return add(rows.stream().map(value).toArray(Boolean[]::new));
    }

    public Columns<R> moment(Function<R, Instant> value) {
        return add(rows.stream().map(value).toArray(Instant[]::new));
    }

    /** One array for each column, in the order in which they were added. */
    public Stream<Object> arrays() {
        return columns.build();
    }

    private Columns<R> add(Object[] column) {
        columns.add(column);
        return this;
    }
}
