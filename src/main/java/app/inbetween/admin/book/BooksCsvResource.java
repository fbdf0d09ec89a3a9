package app.inbetween.admin.book;

import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import app.inbetween.admin.ForAdmins;
import app.inbetween.books.Check;
import app.inbetween.books.Checks;
import app.inbetween.books.Rule;
import app.inbetween.web.Csv;

/** What a check found, for a spreadsheet. */
@Path("/admin/books.csv")
@ForAdmins
public class BooksCsvResource {

    private static final String[] HEAD = { "Checked", "Finding", "Person", "Person id", "Clip", "Clip id", "Detail",
            "What to do" };

    @Inject
    Checks checks;
    @Inject
    Discrepancies discrepancies;

    @GET
    public Response csv(@QueryParam("check") UUID id) {
        Check check = (id == null ? checks.last() : checks.of(id)).orElseThrow(NotFoundException::new);
        return Csv.download("books.csv", HEAD, csv -> discrepancies.of(check.id(), Integer.MAX_VALUE)
                .forEach(it -> write(csv, check, it.discrepancy())));
    }

    private static void write(Csv csv, Check check, Discrepancy found) {
        csv.line(check.started(), found.rule(), found.person(), text(found.user()), found.title(), text(found.generation()),
                found.detail(), Rule.advice(found.rule()));
    }

    private static String text(Optional<UUID> id) {
        return id.map(UUID::toString).orElse("");
    }
}
