package app.inbetween.admin.movement;

import java.math.BigDecimal;
import java.net.URI;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import app.inbetween.admin.ForAdmins;
import app.inbetween.ledger.Hold;
import app.inbetween.price.Money;
import app.inbetween.web.Csv;

/** The journal for a spreadsheet. */
@Path("/admin/movements.csv")
@ForAdmins
public class MovementFileResource {

    private static final String[] HEAD = { "At", "Kind", "Credits", "Free after", "Person", "Person id", "By", "Reason",
            "Video", "Generation", "Model", "Resolution", "Provider cost in dollars" };

    @Inject
    FilterReader reader;
    @Inject
    Movements movements;

    /** What cannot be understood is said on the page. */
    @GET
    public Response download(@BeanParam MovementForm form) {
        return reader.read(form).filter()
                .map(filter -> Csv.download("movements.csv", HEAD,
                        csv -> movements.each(filter, movement -> write(csv, movement))))
                .orElseGet(() -> Response.seeOther(URI.create("/admin/movements?" + form.query())).build());
    }

    private static void write(Csv csv, Movement movement) {
        csv.line(movement.at(), KindWords.of(movement.kind()), movement.amount().decimal(), movement.after().decimal(),
                movement.person(), movement.user(), movement.actor().orElse(null), movement.reason(),
                movement.hold().map(Hold::title).orElse(null), movement.hold().map(Hold::generation).orElse(null),
                movement.hold().map(hold -> hold.key().model()).orElse(null),
                movement.hold().map(hold -> hold.key().format()).orElse(null), cost(movement));
    }

    private static BigDecimal cost(Movement movement) {
        return movement.cost().map(Money::amount).orElse(null);
    }
}
