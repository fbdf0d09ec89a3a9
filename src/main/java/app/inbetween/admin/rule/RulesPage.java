package app.inbetween.admin.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import app.inbetween.budget.Allowance;
import app.inbetween.budget.Allowances;
import app.inbetween.price.Credits;
import app.inbetween.price.Money;

/**
 * The rules by which people are given credits, and what providers may cost.
 *
 * @param claims roles and groups to choose among
 * @param fixed what only the configuration changes
 */
record RulesPage(List<Rule> rules, AllowanceForm form, List<String> claims, List<Fixed> fixed, List<Budget> budgets,
        String welcome) {

    /** @param refusal why it was not ended just now */
    record Rule(Allowances.Reach reach, LocalDate today, Refusal refusal) {

        public Allowance allowance() {
            return reach.allowance();
        }

        public boolean isLater() {
            return allowance().startsOn().isAfter(today);
        }
    }

    /** Something that is set, and by which key. */
    record Fixed(String name, String value, String key) {
    }

    /**
     * What a provider costs, and may cost.
     *
     * @param refusal why the limit was not changed just now
     */
    record Budget(String provider, String label, Money today, Optional<Money> limit, Refusal refusal) {

        public boolean isUsedUp() {
            return limit.filter(most -> today.micros() >= most.micros()).isPresent();
        }

        /** Where there is something to measure against. */
        public boolean isMeasured() {
            return limit.filter(most -> most.micros() > 0).isPresent();
        }

        public long most() {
            return limit.map(Money::micros).orElse(0L);
        }

        public long nearly() {
            return most() * 3 / 4;
        }

        public long almost() {
            return most() - 1;
        }

        /** For the form: as typed where it was refused, otherwise as it is. */
        public String typed() {
            return refusal.where().isEmpty() ? limit.map(most -> most.toString().substring(1)).orElse("") : refusal.limit();
        }

        public String words() {
            return limit.map(most -> today + " of " + most + " today").orElse(today + " today, no limit");
        }
    }

    /** What all of it comes to in a month, as far as it has begun. */
    public Credits monthly() {
        return rules.stream().filter(rule -> !rule.isLater()).map(rule -> rule.reach().monthly()).reduce(Credits.ZERO,
                Credits::plus);
    }
}
