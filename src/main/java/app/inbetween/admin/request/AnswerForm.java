package app.inbetween.admin.request;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;

import app.inbetween.budget.Answer;
import app.inbetween.budget.CreditRequest;
import app.inbetween.price.Credits;

/** What an administrator typed below a request; kept as typed where it is refused. */
public class AnswerForm {

    private static final Credits MOST = Credits.of(1_000_000);
    private static final int SHORTEST_WORD = 3;
    private static final int LONGEST_WORD = 300;

    @RestForm
    public String action;
    @RestForm
    public String amount;
    @RestForm
    public String until;
    @RestForm
    public String word;

    private final Map<String, String> errors = new LinkedHashMap<>();

    /** As it is before anybody typed. */
    static AnswerForm of(CreditRequest request) {
        AnswerForm form = new AnswerForm();
        form.amount = request.amount().decimal().toPlainString();
        form.until = "";
        form.word = "";
        return form;
    }

    /** Empty where something is wrong, which {@link #error} then says. */
    Optional<Answer> answer(UUID request, UUID by, LocalDate today) {
        tidy();
        Answer answer = "decline".equals(action) ? decline(request, by) : grant(request, by, today);
        if (word.length() > LONGEST_WORD) {
            errors.put("word", "Say it in up to " + LONGEST_WORD + " characters.");
        }
        return errors.isEmpty() ? Optional.of(answer) : Optional.empty();
    }

    private void tidy() {
        amount = text(amount);
        until = text(until);
        word = text(word);
    }

    private Answer decline(UUID request, UUID by) {
        if (word.length() < SHORTEST_WORD) {
            errors.put("word", "Say why, in a word or two: it is all the person gets to read.");
        }
        return new Answer(request, by, Credits.ZERO, Optional.empty(), word);
    }

    private Answer grant(UUID request, UUID by, LocalDate today) {
        Optional<Credits> credits = Credits.parse(amount).filter(it -> it.isPositive() && !it.isMoreThan(MOST));
        if (credits.isEmpty()) {
            errors.put("amount", "Write a number of credits above zero and up to " + MOST + ".");
        }
        Optional<LocalDate> day = day().filter(it -> !it.isBefore(today));
        if (!until.isEmpty() && day.isEmpty()) {
            errors.put("until", "Choose a day from today on, or leave it empty.");
        }
        return new Answer(request, by, credits.orElse(Credits.ZERO), day, word);
    }

    private Optional<LocalDate> day() {
        try {
            return until.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(until));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** What is wrong with a field; empty where nothing is. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    private static String text(String value) {
        return value == null ? "" : value.replace("\0", "").strip();
    }
}
