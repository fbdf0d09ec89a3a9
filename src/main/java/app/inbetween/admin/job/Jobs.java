package app.inbetween.admin.job;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;

import app.inbetween.database.Sql;
import app.inbetween.generation.State;
import app.inbetween.ledger.Periods;
import app.inbetween.web.Slice;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Everybody's clips, newest first. */
@ApplicationScoped
class Jobs {

    static final int PAGE = 50;

    static final String NEWEST_FIRST = " ORDER BY g.created_at DESC, g.id DESC";
    private static final int EXPORT_SECONDS = 600;

    /** Hops from model to model along the index; counting them all would read every clip there ever was. */
    static final String MODELS = """
            WITH RECURSIVE used AS (
              (SELECT model FROM generation ORDER BY model LIMIT 1)
              UNION ALL
              SELECT (SELECT model FROM generation WHERE model > used.model ORDER BY model LIMIT 1) FROM used
              WHERE used.model IS NOT NULL
            )
            SELECT model FROM used WHERE model IS NOT NULL""";

    @Inject
    Sql sql;
    @Inject
    Periods periods;

    /** A query as far as it has come, with its values. */
    static final class Query {

        final StringBuilder text = new StringBuilder(Job.COLUMNS).append("WHERE true");
        final List<Object> values = new ArrayList<>();

        Query and(String condition, Object... more) {
            return then(" AND " + condition, more);
        }

        Query then(String clause, Object... more) {
            text.append(clause);
            values.addAll(List.of(more));
            return this;
        }
    }

    /** @param before the cursor of a job; only older ones are wanted; empty for the newest */
    Slice<Job> page(JobFilter filter, String before) {
        Query query = query(filter);
        if (!before.isEmpty()) {
            String[] cursor = before.split("_", 2);
            query.and("(g.created_at, g.id) < (?, ?)", moment(cursor), id(cursor));
        }
        query.then(NEWEST_FIRST + " LIMIT ?", PAGE + 1);
        return Slice.of(sql.all(query.text.toString(), Job::read, query.values.toArray()), PAGE, Job::cursor);
    }

    void each(JobFilter filter, Sql.RowSink sink) {
        Query query = query(filter).then(NEWEST_FIRST);
        QuarkusTransaction.requiringNew().timeout(EXPORT_SECONDS)
                .run(() -> sql.each(query.text.toString(), sink, query.values.toArray()));
    }

    /** Ids of all models a clip was ever asked of. */
    List<String> models() {
        return sql.all(MODELS, row -> row.getString(1));
    }

    Query query(JobFilter filter) {
        Query query = new Query();
        filter.chosenState().ifPresent(state -> query.and("g.state = ?", state)
                // So says the index of its half.
                .and(state.isFinished() ? "g.finished_at IS NOT NULL" : "g.finished_at IS NULL"));
        filter.chosenGroup().ifPresent(group -> query.and(condition(group)));
        if (!filter.model().isEmpty()) {
            query.and("g.model = ?", filter.model());
        }
        if (!filter.user().isEmpty()) {
            query.and("g.owner = ANY(?)", (Object) people(filter.user()));
        }
        filter.firstDay().ifPresent(day -> query.and("g.created_at >= ?", periods.startOf(day)));
        filter.lastDay().ifPresent(day -> query.and("g.created_at < ?", periods.startOf(day.plusDays(1))));
        return query;
    }

    private static String condition(JobFilter.Group group) {
        return switch (group) {
            case UNFINISHED -> "g.finished_at IS NULL";
            case ATTENTION -> "g.finished_at IS NULL AND g.state IN ('" + State.NEEDS_ATTENTION + "', '" + State.UNKNOWN + "')";
            case FINISHED -> "g.finished_at IS NOT NULL";
        };
    }

    /** One by id, or all whose name has the text in it. */
    private UUID[] people(String text) {
        try {
            return new UUID[] { UUID.fromString(text) };
        } catch (IllegalArgumentException e) {
            return sql
                    .all("SELECT id FROM app_user WHERE strpos(lower(name), lower(?)) > 0", row -> row.getObject(1, UUID.class),
                            text)
                    .toArray(UUID[]::new);
        }
    }

    private static Instant moment(String[] cursor) {
        try {
            return Instant.parse(cursor[0]);
        } catch (DateTimeException e) {
            throw new NotFoundException();
        }
    }

    private static UUID id(String[] cursor) {
        try {
            return UUID.fromString(cursor[cursor.length - 1]);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }
}
