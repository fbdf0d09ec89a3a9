package app.inbetween.statement;

import java.util.Optional;

import org.jboss.resteasy.reactive.RestForm;

import app.inbetween.ledger.SpendingLimit;
import app.inbetween.price.Credits;

/** What a person wants their own limits to be, as it was typed; an empty field is no limit. */
public class LimitsForm {

    private static final int LONGEST = 40;

    @RestForm
    String month;
    @RestForm
    String ask;

    static LimitsForm of(SpendingLimit limit) {
        LimitsForm form = new LimitsForm();
        form.month = limit.ownMonthlyCap().map(LimitsForm::figure).orElse("");
        form.ask = limit.askAbove().map(LimitsForm::figure).orElse("");
        return form;
    }

    public String month() {
        return typed(month);
    }

    public String ask() {
        return typed(ask);
    }

    Optional<Credits> monthlyCap() {
        return Credits.parse(month());
    }

    Optional<Credits> askAbove() {
        return Credits.parse(ask());
    }

    /** What is wrong with the monthly limit, empty if nothing is. */
    public String monthRemark() {
        if (month().isEmpty() || monthlyCap().filter(Credits::isPositive).isPresent()) {
            return "";
        }
        return monthlyCap().isEmpty() ? unreadable(month())
                : "A limit of " + monthlyCap().get() + " would let you make nothing. "
                        + "Write an amount above 0, or leave the field empty for no limit.";
    }

    /** What is wrong with the price above which to ask, empty if nothing is. */
    public String askRemark() {
        if (ask().isEmpty() || askAbove().filter(amount -> !amount.isNegative()).isPresent()) {
            return "";
        }
        return askAbove().isEmpty() ? unreadable(ask())
                : "No clip costs less than nothing. Write 0 to be asked each time, or leave the field empty to never be asked.";
    }

    boolean isRight() {
        return monthRemark().isEmpty() && askRemark().isEmpty();
    }

    private static String unreadable(String typed) {
        return "“" + typed + "” is not an amount of credits. Write a number such as 200 or 12.5, or leave the field empty.";
    }

    private static String typed(String text) {
        String stripped = text == null ? "" : text.strip();
        return stripped.length() > LONGEST ? stripped.substring(0, LONGEST) : stripped;
    }

    private static String figure(Credits amount) {
        return amount.decimal().toPlainString();
    }
}
