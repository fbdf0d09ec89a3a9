package app.inbetween.admin.request;

import java.math.BigDecimal;
import java.time.LocalDate;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import app.inbetween.admin.ForAdmins;
import app.inbetween.budget.CreditRequest;
import app.inbetween.budget.RequestLists;
import app.inbetween.price.Credits;
import app.inbetween.web.Csv;

/** All requests for credits as a table. */
@Path("/admin/requests.csv")
@ForAdmins
public class RequestsFileResource {

    private static final String[] HEAD = { "Asked at", "Person", "Credits", "Reason", "Needed until", "State", "Granted",
            "Use until", "Decided by", "Answer", "Decided at" };

    @Inject
    RequestLists lists;

    @GET
    public Response file() {
        return Csv.download("requests.csv", HEAD, csv -> lists.each(request -> line(csv, request)));
    }

    private static void line(Csv csv, CreditRequest request) {
        BigDecimal granted = request.granted().map(Credits::decimal).orElse(null);
        LocalDate until = request.grantedUntil().orElse(null);
        csv.line(request.createdAt(), request.name(), request.amount().decimal(), request.reason(),
                request.neededUntil().orElse(null), request.label(), granted, until, request.decider(), request.answer(),
                request.decidedAt().orElse(null));
    }
}
