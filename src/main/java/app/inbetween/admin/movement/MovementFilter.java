package app.inbetween.admin.movement;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import app.inbetween.ledger.Entry.Kind;

/**
 * Which movements are wanted.
 *
 * @param kinds empty for all
 * @param users empty for everybody
 * @param from the first day that counts
 * @param to the last day that counts
 */
record MovementFilter(Set<Kind> kinds, Optional<String> model, List<UUID> users, Optional<LocalDate> from,
        Optional<LocalDate> to) {

    private static final Set<Kind> SPENDING = EnumSet.of(Kind.CAPTURE, Kind.REFUND);

    /** Whether the sums by day tell what these movements come to. */
    boolean isSummedByDay() {
        return !kinds.isEmpty() && SPENDING.containsAll(kinds) && users.isEmpty();
    }
}
