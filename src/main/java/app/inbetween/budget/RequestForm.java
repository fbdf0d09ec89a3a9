package app.inbetween.budget;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jboss.resteasy.reactive.RestForm;

import app.inbetween.price.Credits;

/** What a person typed to ask for credits; kept as typed where it is refused. */
public class RequestForm {

    private static final Credits MOST = Credits.of(1_000_000);
    private static final int SHORTEST = 3;
    private static final int LONGEST = 500;

    @RestForm
    public String amount;
    @RestForm
    public String reason;
    @RestForm
    public String until;

    private final Map<String, String> errors = new LinkedHashMap<>();

    /** As it is before anybody typed. */
    static RequestForm prefilled(String amount) {
        RequestForm form = new RequestForm();
        form.amount = amount;
        return form;
    }

    boolean isRight(LocalDate today) {
        if (credits().filter(asked -> asked.isPositive() && !asked.isMoreThan(MOST)).isEmpty()) {
            errors.put("amount", "Write how many credits you need, a number above zero and up to " + MOST + ".");
        }
        if (why().length() < SHORTEST || why().length() > LONGEST) {
            errors.put("reason", "Say what you need them for, in " + SHORTEST + " to " + LONGEST + " characters.");
        }
        if (!text(until).isEmpty() && day().filter(day -> !day.isBefore(today)).isEmpty()) {
            errors.put("until", "Choose a day from today on, or leave it empty.");
        }
        return errors.isEmpty();
    }

    void refuse(String why) {
        errors.put("form", why);
    }

    Optional<Credits> credits() {
        return Credits.parse(text(amount));
    }

    String why() {
        return text(reason);
    }

    Optional<LocalDate> day() {
        try {
            return text(until).isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text(until)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** What is wrong with a field, or with the whole ({@code form}); empty where nothing is. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    /** As it was typed. */
    public String typed(String field) {
        return text(switch (field) {
            case "amount" -> amount;
            case "reason" -> reason;
            default -> until;
        });
    }

    private static String text(String value) {
        return value == null ? "" : value.replace("\r\n", "\n").replace("\0", "").strip();
    }
}
