package app.inbetween.admin.movement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import app.inbetween.admin.LongPast;
import app.inbetween.admin.LongPast.Question;
import app.inbetween.ledger.Entry.Kind;
import app.inbetween.ledger.Periods;
import io.quarkus.test.junit.QuarkusTest;

/** However the journal is filtered, a page of it is found by index. */
@QuarkusTest
class MovementPlanTest {

    @Inject
    LongPast past;
    @Inject
    Periods periods;

    private static Stream<MovementFilter> filters() {
        Set<Kind> all = Set.of();
        List<UUID> everybody = List.of();
        Optional<LocalDate> never = Optional.empty();
        return Stream.of(new MovementFilter(all, Optional.empty(), everybody, never, never),
                new MovementFilter(EnumSet.of(Kind.CAPTURE), Optional.empty(), everybody, Optional.of(LocalDate.of(2026, 1, 1)),
                        Optional.of(LocalDate.of(2099, 1, 1))),
                new MovementFilter(EnumSet.of(Kind.TAKE_BACK), Optional.empty(), everybody, never, never),
                new MovementFilter(EnumSet.allOf(Kind.class), Optional.empty(), everybody, never, never),
                new MovementFilter(EnumSet.of(Kind.CAPTURE, Kind.REFUND), Optional.of("local/flow"), everybody,
                        Optional.of(LocalDate.of(2026, 1, 1)), never),
                new MovementFilter(all, Optional.empty(), List.of(UUID.randomUUID(), UUID.randomUUID()), never, never),
                new MovementFilter(EnumSet.of(Kind.RELEASE), Optional.of("local/flow"), List.of(UUID.randomUUID()), never,
                        never));
    }

    @Test
    void aPageIsFoundByIndex() {
        past.assertFoundByIndex(filters().flatMap(filter -> Stream.of(Optional.<Movements.Place> empty(),
                Optional.of(new Movements.Place(Instant.now(), UUID.randomUUID()))).map(below -> question(filter, below)))
                .toArray(Question[]::new));
    }

    private Question question(MovementFilter filter, Optional<Movements.Place> below) {
        Search search = Search.of(filter, below, periods, Movements.PAGE + 1);
        return new Question(search.sql(), search.values());
    }
}
