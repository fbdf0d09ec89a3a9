package app.inbetween.admin.movement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.admin.dashboard.ModelNames;
import app.inbetween.admin.dashboard.SpendDays;
import app.inbetween.admin.dashboard.Spending;
import app.inbetween.admin.dashboard.Tally;
import app.inbetween.admin.movement.MovementPage.Choice;
import app.inbetween.admin.movement.MovementPage.Problems;
import app.inbetween.ledger.Entry.Kind;
import app.inbetween.web.Slice;

/** Puts the journal on a page. */
@ApplicationScoped
class MovementPages {

    private static final LocalDate EVER = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    @Inject
    Movements movements;
    @Inject
    Spending spending;
    @Inject
    ModelNames names;

    MovementPage page(MovementForm form, Reading reading, Optional<Movements.Place> below) {
        return new MovementPage(form, Problems.of(reading), kinds(form), models(form),
                reading.filter().map(filter -> movements.page(filter, below)).orElse(new Slice<>(List.of(), Optional.empty())),
                reading.filter().filter(MovementFilter::isSummedByDay).map(this::sum).orElse(""), below.isEmpty());
    }

    private static List<Choice> kinds(MovementForm form) {
        Set<String> chosen = form.kinds().stream().map(String::toUpperCase).collect(Collectors.toSet());
        return Stream.of(Kind.values())
                .map(kind -> new Choice(kind.name(), KindWords.of(kind), chosen.contains(kind.name()))).toList();
    }

    private List<Choice> models(MovementForm form) {
        return names.all().stream().map(model -> new Choice(model, names.of(model), model.equals(form.model()))).toList();
    }

    private String sum(MovementFilter filter) {
        SpendDays days = spending.days(filter.from().orElse(EVER), filter.to().orElse(LAST));
        Tally total = filter.model().map(days::ofModel).orElse(days).total();
        if (!filter.kinds().contains(Kind.REFUND)) {
            return "Charged " + total.charged();
        }
        return filter.kinds().contains(Kind.CAPTURE)
                ? "Charged " + total.charged() + ", given back " + total.givenBack() + ", together " + total.net()
                : "Given back " + total.givenBack();
    }
}
