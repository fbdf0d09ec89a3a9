package app.inbetween.admin.request;

import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import app.inbetween.account.CurrentUser;
import app.inbetween.admin.ForAdmins;
import app.inbetween.admin.audit.Audit;
import app.inbetween.budget.Answer;
import app.inbetween.budget.CreditRequest;
import app.inbetween.budget.CreditRequests;
import app.inbetween.budget.RequestDecidedException;
import app.inbetween.budget.RequestLists;
import app.inbetween.ledger.Ledger;
import app.inbetween.ledger.Periods;
import app.inbetween.web.Htmx;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Deciding on what people ask for. */
@Path("/admin/requests")
@ForAdmins
public class RequestsResource {

    private static final int UNPROCESSABLE = 422;

    @CheckedTemplate(basePath = "admin")
    static class Templates {

        static native TemplateInstance requests(RequestsPage page);
    }

    @Inject
    CurrentUser currentUser;
    @Inject
    CreditRequests requests;
    @Inject
    RequestLists lists;
    @Inject
    Ledger ledger;
    @Inject
    Audit audit;
    @Inject
    Periods periods;
    @Inject
    Htmx htmx;

    @GET
    public TemplateInstance list(@QueryParam("before") @DefaultValue("") String before) {
        return page(mark(before), "", Optional.empty(), null);
    }

    @POST
    @Path("{id}/decision")
    public Response decide(@PathParam("id") UUID id, @BeanParam AnswerForm form) {
        requests.find(id).orElseThrow(NotFoundException::new);
        Optional<Answer> answer = form.answer(id, currentUser.id(), periods.today());
        if (answer.isEmpty()) {
            return refused("", id, form);
        }
        try {
            QuarkusTransaction.requiringNew().run(() -> decide(answer.get()));
            return htmx.seeOther("/admin/requests");
        } catch (RequestDecidedException e) {
            return refused(e.getMessage(), id, form);
        }
    }

    private void decide(Answer answer) {
        CreditRequest request = requests.decide(answer);
        audit.record(answer.isYes() ? "Granted a request" : "Declined a request", Optional.of(request.user()),
                "Request of " + request.name(), "Asked for " + request.amount() + " credits: " + request.reason(),
                answer.isYes() ? "Granted " + answer.granted() + " credits"
                        + answer.until().map(day -> " until " + day).orElse("") : "Declined",
                answer.word());
    }

    private Response refused(String problem, UUID id, AnswerForm form) {
        return Response.status(UNPROCESSABLE).entity(page(Optional.empty(), problem, Optional.of(id), form)).build();
    }

    private TemplateInstance page(Optional<RequestLists.Mark> before, String problem, Optional<UUID> answered,
            AnswerForm form) {
        return Templates.requests(new RequestsPage(lists.open().stream()
                .map(request -> new RequestsPage.Ask(request, ledger.balance(request.user()).available(),
                        answered.filter(request.id()::equals).isPresent() ? form : AnswerForm.of(request)))
                .toList(), lists.decided(before), before.isEmpty(), problem));
    }

    private static Optional<RequestLists.Mark> mark(String before) {
        try {
            return before.isEmpty() ? Optional.empty() : Optional.of(RequestLists.Mark.parse(before));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new NotFoundException(e);
        }
    }
}
