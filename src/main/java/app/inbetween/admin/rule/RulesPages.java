package app.inbetween.admin.rule;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import app.inbetween.budget.Allowance;
import app.inbetween.budget.Allowances;
import app.inbetween.budget.ProviderBudgets;
import app.inbetween.ledger.Periods;
import app.inbetween.ledger.ProviderCosts;
import app.inbetween.price.Money;
import app.inbetween.provider.ModelCatalog;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Gathers what the page of rules says. */
@ApplicationScoped
class RulesPages {

    @CheckedTemplate(basePath = "admin")
    static class Templates {

        static native TemplateInstance rules(RulesPage page);

        static native TemplateInstance rulesPreview(Preview preview);
    }

    @Inject
    Allowances allowances;
    @Inject
    ProviderBudgets budgets;
    @Inject
    ProviderCosts costs;
    @Inject
    ModelCatalog catalog;
    @Inject
    Periods periods;
    @ConfigProperty(name = "inbetween.ledger.welcome-credits")
    int welcome;
    @ConfigProperty(name = "inbetween.ledger.daily-cap")
    Optional<Integer> dailyCap;
    @ConfigProperty(name = "inbetween.ledger.monthly-cap")
    Optional<Integer> monthlyCap;
    @ConfigProperty(name = "inbetween.generation.max-concurrent-per-user")
    int atOnce;
    @ConfigProperty(name = "inbetween.budget.low-balance")
    List<Integer> lowBalance;
    @ConfigProperty(name = "inbetween.ledger.time-zone")
    ZoneId zone;

    TemplateInstance page() {
        return page(AllowanceForm.empty(periods.today()), Refusal.NONE);
    }

    TemplateInstance page(Refusal refusal) {
        return page(AllowanceForm.empty(periods.today()), refusal);
    }

    TemplateInstance page(AllowanceForm form, Refusal refusal) {
        List<RulesPage.Rule> rules = allowances.running().stream().map(reach -> new RulesPage.Rule(reach, periods.today(),
                refusal.at(reach.allowance().id().toString()))).toList();
        return Templates.rules(new RulesPage(rules, form, allowances.claims(), fixed(), providers(refusal),
                welcome == 0 ? "nothing" : Integer.toString(welcome)));
    }

    TemplateInstance preview(AllowanceForm form, Allowance planned) {
        return Templates.rulesPreview(new Preview(allowances.reachOf(planned), allowances.covered(planned.audience()), form,
                periods.today()));
    }

    private List<RulesPage.Fixed> fixed() {
        return List.of(
                new RulesPage.Fixed("Most a person may spend in a day", cap(dailyCap), "inbetween.ledger.daily-cap"),
                new RulesPage.Fixed("Most a person may spend in a month", cap(monthlyCap), "inbetween.ledger.monthly-cap"),
                new RulesPage.Fixed("Videos of one person under way at once", Integer.toString(atOnce),
                        "inbetween.generation.max-concurrent-per-user"),
                new RulesPage.Fixed("People are told when they have left",
                        String.join(" and ", lowBalance.stream().map(String::valueOf).toList()) + " credits",
                        "inbetween.budget.low-balance"),
                new RulesPage.Fixed("Days and months begin in", zone.getId(), "inbetween.ledger.time-zone"));
    }

    private static String cap(Optional<Integer> credits) {
        return credits.map(most -> most + " credits").orElse("no limit");
    }

    /** Those that can be asked now, and those that cannot but have a limit. */
    private List<RulesPage.Budget> providers(Refusal refusal) {
        Map<String, Money> limits = budgets.all();
        Map<String, String> labels = new TreeMap<>();
        limits.keySet().forEach(name -> labels.put(name, name));
        catalog.providers().forEach(provider -> labels.put(provider.name(), provider.label()));
        Comparator<Map.Entry<String, String>> byLabel = Map.Entry.comparingByValue(String.CASE_INSENSITIVE_ORDER);
        return labels.entrySet().stream().sorted(byLabel)
                .map(provider -> new RulesPage.Budget(provider.getKey(), provider.getValue(),
                        costs.today(provider.getKey()), Optional.ofNullable(limits.get(provider.getKey())),
                        refusal.at(provider.getKey())))
                .toList();
    }
}
