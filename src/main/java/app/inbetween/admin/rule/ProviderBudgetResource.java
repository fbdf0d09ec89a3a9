package app.inbetween.admin.rule;

import java.math.BigDecimal;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import app.inbetween.admin.ForAdmins;
import app.inbetween.admin.audit.Audit;
import app.inbetween.budget.ProviderBudgets;
import app.inbetween.price.Money;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.web.Htmx;

/** What a provider may cost in a day. */
@Path("/admin/rules/budgets/{provider}")
@ForAdmins
public class ProviderBudgetResource {

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);
    private static final int UNPROCESSABLE = 422;

    @Inject
    ProviderBudgets budgets;
    @Inject
    ModelCatalog catalog;
    @Inject
    RulesPages pages;
    @Inject
    Audit audit;
    @Inject
    Htmx htmx;

    @POST
    @Transactional
    public Response change(@PathParam("provider") String provider, @RestForm String limit, @RestForm String reason,
            @RestForm String action) {
        if (catalog.provider(provider).isEmpty() && budgets.of(provider).isEmpty()) {
            throw new NotFoundException();
        }
        String typed = limit == null ? "" : limit.strip();
        String why = reason == null ? "" : reason.strip();
        Optional<Money> wanted = "remove".equals(action) ? Optional.empty() : dollars(typed);
        if (wanted.isEmpty() && !"remove".equals(action)) {
            return refused(new Refusal(provider, "Write an amount of dollars from 0 to " + MOST.toPlainString()
                    + ", such as 25 or 2.50. At 0 nothing is sent to it.", why, typed));
        }
        if (!Reasons.isOne(why)) {
            return refused(new Refusal(provider, Reasons.WANTED, why, typed));
        }
        change(provider, wanted, why);
        return htmx.seeOther("/admin/rules");
    }

    private void change(String provider, Optional<Money> wanted, String why) {
        String before = words(budgets.of(provider));
        wanted.ifPresentOrElse(limit -> budgets.set(provider, limit), () -> budgets.remove(provider));
        audit.record(wanted.isPresent() ? "Set a provider budget" : "Removed a provider budget", Optional.empty(), provider,
                before, words(wanted), why);
    }

    private Response refused(Refusal refusal) {
        return Response.status(UNPROCESSABLE).entity(pages.page(refusal)).build();
    }

    private static String words(Optional<Money> limit) {
        return limit.map(most -> most + " a day").orElse("No limit");
    }

    private static Optional<Money> dollars(String typed) {
        try {
            BigDecimal amount = new BigDecimal(typed.replace("$", "").strip());
            return amount.signum() < 0 || amount.compareTo(MOST) > 0 ? Optional.empty()
                    : Optional.of(Money.of(amount, Money.DOLLARS));
        } catch (ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
