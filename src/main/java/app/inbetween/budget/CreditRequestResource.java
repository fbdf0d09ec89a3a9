package app.inbetween.budget;

import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import app.inbetween.account.CurrentUser;
import app.inbetween.ledger.Periods;
import app.inbetween.web.Htmx;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** A person asks for credits. */
@Path("/credits/requests")
@Authenticated
public class CreditRequestResource {

    private static final int UNPROCESSABLE = 422;

    @CheckedTemplate(basePath = "budget")
    static class Templates {

        static native TemplateInstance request(RequestForm form);
    }

    @Inject
    CurrentUser currentUser;
    @Inject
    CreditRequests requests;
    @Inject
    Periods periods;
    @Inject
    Htmx htmx;

    @GET
    public TemplateInstance form(@QueryParam("amount") @DefaultValue("") String amount) {
        return Templates.request(RequestForm.prefilled(amount));
    }

    @POST
    public Response ask(@BeanParam RequestForm form) {
        if (!form.isRight(periods.today())) {
            return refused(form);
        }
        try {
            requests.ask(currentUser.id(), form.credits().orElseThrow(), form.why(), form.day());
            return htmx.seeOther("/credits");
        } catch (RequestOpenException e) {
            form.refuse(e.getMessage());
            return refused(form);
        }
    }

    /** What was decided meanwhile cannot be withdrawn; the page it leads to says what was. */
    @POST
    @Path("{id}/withdrawal")
    public Response withdraw(@PathParam("id") UUID id) {
        requests.withdraw(currentUser.id(), id);
        return htmx.seeOther("/credits/requests");
    }

    private static Response refused(RequestForm form) {
        return Response.status(UNPROCESSABLE).entity(Templates.request(form)).build();
    }
}
