package app.inbetween.admin.rule;

import java.time.LocalDate;
import java.util.List;

import app.inbetween.budget.Allowance;
import app.inbetween.budget.Allowances;
import app.inbetween.web.Formats;

/**
 * What an allowance would do.
 *
 * @param covered the first of the people it covers now
 */
record Preview(Allowances.Reach reach, List<Allowances.Covered> covered, AllowanceForm form, LocalDate today) {

    public Allowance allowance() {
        return reach.allowance();
    }

    public boolean isAtOnce() {
        return !allowance().startsOn().isAfter(today);
    }

    /** Such as {@code 3 people}. */
    public String people() {
        return reach.people() == 1 ? "1 person" : reach.people() + " people";
    }

    public int unnamed() {
        return reach.people() - covered.size();
    }

    public String unnamedWords() {
        return "and " + Formats.count(unnamed(), "other");
    }
}
