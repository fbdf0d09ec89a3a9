package app.inbetween.admin.book;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;

import app.inbetween.account.User;
import app.inbetween.admin.book.BooksPage.Group;
import app.inbetween.admin.book.BooksPage.Line;
import app.inbetween.admin.book.Discrepancies.Counted;
import app.inbetween.books.Check;
import app.inbetween.books.Checks;
import app.inbetween.books.Rule;
import app.inbetween.web.Formats;

/** Draws what a check of the books found. */
@ApplicationScoped
class BooksPages {

    private static final int OF_A_RULE = 50;
    private static final int HISTORY = 30;
    private static final Duration A_NIGHT = Duration.ofHours(26);

    @Inject
    Checks checks;
    @Inject
    Discrepancies discrepancies;
    @Inject
    Clock clock;

    /** @param wanted a check; the last one if none is named */
    BooksPage of(Optional<UUID> wanted) {
        Optional<Check> last = checks.last();
        Optional<Check> shown = wanted.isEmpty() ? last : Optional.of(existing(wanted.get()));
        boolean newest = shown.map(Check::id).equals(last.map(Check::id));
        boolean overdue = last.filter(check -> check.started().plus(A_NIGHT).isBefore(clock.instant())).isPresent();
        return new BooksPage(shown, newest, checks.isUnderWay(), overdue,
                shown.map(this::groups).orElse(List.of()), history(shown), rules());
    }

    Check existing(UUID id) {
        return checks.of(id).orElseThrow(NotFoundException::new);
    }

    private List<Group> groups(Check check) {
        Map<String, List<Counted>> byRule = discrepancies.of(check.id(), OF_A_RULE).stream()
                .collect(Collectors.groupingBy(it -> it.discrepancy().rule(), LinkedHashMap::new, Collectors.toList()));
        return byRule.entrySet().stream().map(rule -> new Group(rule.getKey(), Rule.advice(rule.getKey()),
                rule.getValue().stream().map(Counted::discrepancy).toList(), rule.getValue().get(0).total())).toList();
    }

    private List<Line> history(Optional<Check> shown) {
        return checks.newest(HISTORY).stream()
                .map(check -> new Line(check.id(), check.started(), check.askedBy().map(BooksPages::name).orElse("Nightly"),
                        Formats.words(check.took()), check.findings(), shown.map(Check::id).equals(Optional.of(check.id()))))
                .toList();
    }

    private static List<String> rules() {
        return Arrays.stream(Rule.values()).map(Rule::words).toList();
    }

    private static String name(UUID user) {
        return User.<User> findByIdOptional(user).map(it -> it.name).orElse("somebody");
    }
}
