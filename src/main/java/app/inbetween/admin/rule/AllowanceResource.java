package app.inbetween.admin.rule;

import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import app.inbetween.account.CurrentUser;
import app.inbetween.admin.ForAdmins;
import app.inbetween.admin.audit.Audit;
import app.inbetween.budget.Allowance;
import app.inbetween.budget.Allowances;
import app.inbetween.ledger.Periods;
import app.inbetween.web.Htmx;

/** Adding and ending monthly allowances. */
@Path("/admin/rules/allowances")
@ForAdmins
public class AllowanceResource {

    private static final String RULES = "/admin/rules";
    private static final int UNPROCESSABLE = 422;

    @Inject
    CurrentUser currentUser;
    @Inject
    Allowances allowances;
    @Inject
    RulesPages pages;
    @Inject
    Audit audit;
    @Inject
    Periods periods;
    @Inject
    Htmx htmx;

    /** Where a preview is loaded again by its address. */
    @GET
    public Response back() {
        return htmx.seeOther(RULES);
    }

    /** First a preview, which asks for the same once more. */
    @POST
    @Transactional
    public Response add(@BeanParam AllowanceForm form) {
        form.tidy();
        if (form.isBack()) {
            return Response.ok(pages.page(form, Refusal.NONE)).build();
        }
        Optional<Allowance> planned = form.allowance(periods.today());
        if (planned.isEmpty()) {
            return Response.status(UNPROCESSABLE).entity(pages.page(form, Refusal.NONE)).build();
        }
        if (!form.isConfirmed()) {
            return Response.ok(pages.preview(form, planned.get())).build();
        }
        add(planned.get(), form.reason);
        return htmx.seeOther(RULES);
    }

    private void add(Allowance allowance, String reason) {
        if (allowances.add(allowance, currentUser.id())) {
            audit.record("Added an allowance", Optional.empty(), allowance.name(), "", allowance.toString(), reason);
        }
    }

    /** What somebody else has ended meanwhile is ended. */
    @POST
    @Path("{id}/end")
    @Transactional
    public Response end(@PathParam("id") UUID id, @RestForm String reason) {
        String why = reason == null ? "" : reason.strip();
        if (!Reasons.isOne(why)) {
            return Response.status(UNPROCESSABLE).entity(pages.page(new Refusal(id.toString(), Reasons.WANTED, why, "")))
                    .build();
        }
        allowances.end(id).ifPresent(ended -> audit.record("Ended an allowance", Optional.empty(), ended.name(),
                ended.toString(), "Gives nothing more", why));
        return htmx.seeOther(RULES);
    }
}
