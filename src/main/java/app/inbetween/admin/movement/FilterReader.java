package app.inbetween.admin.movement;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.admin.dashboard.ModelNames;
import app.inbetween.ledger.Entry.Kind;
import app.inbetween.ledger.Periods;

/** Understands what was typed, or says what is wrong with it. */
@ApplicationScoped
class FilterReader {

    private static final int MOST_PEOPLE = 20;
    private static final int DAYS_OF_A_MODEL = 90;
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    @Inject
    PeopleByName people;
    @Inject
    ModelNames models;
    @Inject
    Periods periods;

    Reading read(MovementForm form) {
        fillIn(form);
        Map<String, String> problems = new LinkedHashMap<>();
        Set<Kind> kinds = kinds(form, problems);
        Optional<String> model = model(form, problems);
        List<UUID> users = users(form, problems);
        Optional<LocalDate> from = day("from", form.from(), problems);
        Optional<LocalDate> to = day("to", form.to(), problems);
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            problems.put("to", "The last day is before the first. Change one of them.");
        }
        return new Reading(problems.isEmpty() ? Optional.of(new MovementFilter(kinds, model, users, from, to))
                : Optional.empty(), problems);
    }

    /** Movements are not kept by model: those of a rare one would be looked for in all the years. */
    private void fillIn(MovementForm form) {
        if (!form.model().isEmpty() && form.from().isEmpty() && form.to().isEmpty()) {
            form.from = periods.today().minusDays(DAYS_OF_A_MODEL - 1L).toString();
        }
    }

    private static Set<Kind> kinds(MovementForm form, Map<String, String> problems) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (String typed : form.kinds()) {
            Stream.of(Kind.values()).filter(kind -> kind.name().equalsIgnoreCase(typed)).findFirst().ifPresentOrElse(kinds::add,
                    () -> problems.put("kind", "“" + typed + "” is no kind of movement. Choose from those above."));
        }
        return kinds;
    }

    private Optional<String> model(MovementForm form, Map<String, String> problems) {
        if (!form.model().isEmpty() && !models.all().contains(form.model())) {
            problems.put("model", "No model is called “" + form.model() + "”. Choose one of the list.");
        }
        return Optional.of(form.model()).filter(model -> !model.isEmpty());
    }

    private List<UUID> users(MovementForm form, Map<String, String> problems) {
        if (form.user().isEmpty()) {
            return List.of();
        }
        List<UUID> found = people.find(form.user(), MOST_PEOPLE + 1);
        if (found.isEmpty()) {
            problems.put("user", "Nobody is called “" + form.user() + "”. A part of the name is enough, or the id.");
        } else if (found.size() > MOST_PEOPLE) {
            problems.put("user",
                    "More than " + MOST_PEOPLE + " people are called like that. Write more of the name, or the id.");
        }
        return found;
    }

    private static Optional<LocalDate> day(String field, String typed, Map<String, String> problems) {
        try {
            Optional<LocalDate> day = typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
            if (day.filter(it -> it.isBefore(FIRST) || it.isAfter(LAST)).isPresent()) {
                problems.put(field, "Only days from 2000 to 2999 can be looked for.");
            }
            return day;
        } catch (DateTimeParseException e) {
            problems.put(field, "“" + typed + "” is no day. Write it as 2026-11-21.");
            return Optional.empty();
        }
    }
}
