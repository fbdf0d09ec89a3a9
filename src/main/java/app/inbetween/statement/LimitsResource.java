package app.inbetween.statement;

import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import app.inbetween.account.CurrentUser;
import app.inbetween.ledger.SpendingLimits;
import app.inbetween.price.Credits;
import app.inbetween.web.Htmx;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The limits people set themselves. */
@Path("/credits/limits")
@Authenticated
public class LimitsResource {

    private static final int UNPROCESSABLE = 422;

    @CheckedTemplate(basePath = "statement")
    static class Templates {

        static native TemplateInstance limits(LimitsForm form, Credits used, String studio, boolean saved);
    }

    @Inject
    CurrentUser currentUser;
    @Inject
    SpendingLimits limits;
    @Inject
    Htmx htmx;

    @GET
    public TemplateInstance limits(@QueryParam("saved") boolean saved) {
        return page(LimitsForm.of(limits.set(currentUser.id())), saved);
    }

    @POST
    public Response change(@BeanParam LimitsForm form) {
        if (!form.isRight()) {
            return Response.status(UNPROCESSABLE).entity(page(form, false)).build();
        }
        limits.setOwn(currentUser.id(), form.monthlyCap(), form.askAbove());
        return htmx.seeOther("/credits/limits?saved=true");
    }

    private TemplateInstance page(LimitsForm form, boolean saved) {
        UUID user = currentUser.id();
        String studio = limits.of(user).monthlyCap()
                .map(cap -> "The studio lets you spend " + cap + " a month; the lower of the two counts.").orElse("");
        return Templates.limits(form, limits.usage(user).month(), studio, saved);
    }
}
