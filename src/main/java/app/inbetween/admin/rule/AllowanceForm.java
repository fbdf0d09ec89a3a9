package app.inbetween.admin.rule;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;

import app.inbetween.budget.Allowance;
import app.inbetween.budget.Audience;
import app.inbetween.price.Credits;

/** A new allowance as an administrator typed it; kept as typed where it is refused. */
public class AllowanceForm {

    private static final Credits MOST = Credits.of(1_000_000);
    private static final int LONGEST_NAME = 80;

    /** Made with the form, so that a double click is one rule. */
    @RestForm
    public String key;
    @RestForm
    public String name;
    @RestForm
    public String covers;
    @RestForm
    public String claim;
    @RestForm
    public String amount;
    @RestForm
    public String rollover;
    @RestForm
    public String starts;
    @RestForm
    public String reason;
    @RestForm
    public String action;

    private final Map<String, String> errors = new LinkedHashMap<>();

    static AllowanceForm empty(LocalDate today) {
        AllowanceForm form = new AllowanceForm();
        form.rollover = "0";
        form.starts = today.toString();
        form.tidy();
        return form;
    }

    boolean isConfirmed() {
        return "confirm".equals(action);
    }

    boolean isBack() {
        return "back".equals(action);
    }

    void tidy() {
        key = text(key).isEmpty() ? UUID.randomUUID().toString() : text(key);
        name = text(name);
        covers = text(covers).isEmpty() ? Audience.Kind.EVERYONE.name() : text(covers);
        claim = text(claim);
        amount = text(amount);
        rollover = text(rollover);
        starts = text(starts);
        reason = text(reason);
    }

    /** Empty where something is wrong, which {@link #error} then says. */
    Optional<Allowance> allowance(LocalDate today) {
        need("name", !name.isEmpty() && name.length() <= LONGEST_NAME,
                "Give it a name of up to " + LONGEST_NAME + " characters; people read it in their statement.");
        Optional<Audience.Kind> kind = kind();
        need("covers", kind.isPresent(), "Choose whom it covers.");
        boolean everyone = kind.filter(Audience.Kind.EVERYONE::equals).isPresent();
        need("claim", everyone == claim.isEmpty(), everyone ? "Everyone needs no name of a role or group: leave it empty."
                : "Write the name of the role or group, as the identity provider spells it.");
        Optional<Credits> each = Credits.parse(amount).filter(it -> it.isPositive() && !it.isMoreThan(MOST));
        need("amount", each.isPresent(), "Write a number of credits above zero and up to " + MOST + ".");
        Optional<Credits> kept = Credits.parse(rollover).filter(it -> !it.isNegative() && !it.isMoreThan(MOST));
        need("rollover", kept.isPresent(), "Write how many credits may be left over, 0 for none, up to " + MOST + ".");
        Optional<LocalDate> day = day().filter(it -> !it.isBefore(today));
        need("starts", day.isPresent(), "Choose a day from today on.");
        need("reason", Reasons.isOne(reason), Reasons.WANTED);
        return errors.isEmpty() ? Optional.of(new Allowance(id(), name, new Audience(kind.orElseThrow(), claim),
                each.orElseThrow(), kept.orElseThrow(), day.orElseThrow())) : Optional.empty();
    }

    private void need(String field, boolean right, String otherwise) {
        if (!right) {
            errors.put(field, otherwise);
        }
    }

    private Optional<Audience.Kind> kind() {
        return Arrays.stream(Audience.Kind.values()).filter(kind -> kind.name().equals(covers)).findFirst();
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(starts));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** A key that is none of ours names no rule that could be there already. */
    private UUID id() {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }

    /** What is wrong with a field; empty where nothing is. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    /** Where there is something to mend, or to go on with. */
    public boolean isBegun() {
        return !errors.isEmpty() || isBack();
    }

    private static String text(String value) {
        return value == null ? "" : value.replace("\0", "").strip();
    }
}
