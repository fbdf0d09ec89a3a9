package app.inbetween.admin.book;

import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import app.inbetween.account.CurrentUser;
import app.inbetween.admin.ForAdmins;
import app.inbetween.admin.audit.Audit;
import app.inbetween.web.Htmx;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Whether credits, clips and costs tell the same story. */
@Path("/admin/books")
@ForAdmins
public class BooksResource {

    @CheckedTemplate(basePath = "admin")
    static class Templates {

        static native TemplateInstance books(BooksPage page);
    }

    @Inject
    CurrentUser currentUser;
    @Inject
    BooksPages pages;
    @Inject
    CheckNow checkNow;
    @Inject
    Audit audit;
    @Inject
    Htmx htmx;

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    public String show(@QueryParam("check") UUID check) {
        return Templates.books(pages.of(Optional.ofNullable(check))).render();
    }

    @POST
    @Path("checks")
    public Response check() {
        QuarkusTransaction.requiringNew()
                .run(() -> audit.record("Had the books checked", Optional.empty(), "", "", "", ""));
        checkNow.begin(currentUser.id());
        return htmx.seeOther("/admin/books");
    }
}
