package app.inbetween.budget;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import app.inbetween.database.Sql;
import app.inbetween.web.Slice;

/** Everybody's requests for credits, for those who decide. */
@ApplicationScoped
public class RequestLists {

    private static final int PAGE = 25;
    private static final int AT_MOST_OPEN = 200;

    @Inject
    Sql sql;

    /** A place in the list of what was decided, between two of its rows. */
    public record Mark(Instant at, UUID id) {

        /** @throws IllegalArgumentException if it is not what {@link #toString} writes */
        public static Mark parse(String text) {
            String[] parts = text.split("_");
            if (parts.length != 2) {
                throw new IllegalArgumentException("Not a place in a list");
            }
            return new Mark(Instant.ofEpochSecond(0, Math.multiplyExact(Long.parseLong(parts[0]), 1000)),
                    UUID.fromString(parts[1]));
        }

        @Override
        public String toString() {
            return at.getEpochSecond() * 1_000_000 + at.getNano() / 1000 + "_" + id;
        }
    }

    /** Who waits longest comes first. */
    public List<CreditRequest> open() {
        return sql.all(CreditRequest.SELECT + "WHERE r.state = 'OPEN' ORDER BY r.created_at, r.id LIMIT ?", CreditRequest::read,
                AT_MOST_OPEN);
    }

    /** What was decided or withdrawn, newest first. */
    public Slice<CreditRequest> decided(Optional<Mark> before) {
        Mark from = before.orElse(new Mark(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1)));
        List<CreditRequest> found = sql.all(CreditRequest.SELECT + """
                WHERE r.decided_at IS NOT NULL AND (r.decided_at, r.id) < (?, ?) ORDER BY r.decided_at DESC, r.id DESC LIMIT ?
                """, CreditRequest::read, from.at(), from.id(), PAGE + 1);
        return Slice.of(found, PAGE, last -> new Mark(last.decidedAt().orElseThrow(), last.id()));
    }

    /** All there ever were, oldest first. */
    @Transactional
    public void each(Consumer<CreditRequest> sink) {
        sql.each(CreditRequest.SELECT + "ORDER BY r.created_at, r.id", row -> sink.accept(CreditRequest.read(row)));
    }
}
