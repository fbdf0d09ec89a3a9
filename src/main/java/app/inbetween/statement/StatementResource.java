package app.inbetween.statement;

import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import app.inbetween.account.CurrentUser;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** A person's own credits. */
@Path("/credits")
@Authenticated
public class StatementResource {

    private static final String PATH = "/credits";

    @CheckedTemplate(basePath = "statement")
    static class Templates {

        static native TemplateInstance index(Statement statement, Outlook.Tiles tiles);
    }

    @Inject
    CurrentUser currentUser;
    @Inject
    Wallet wallet;
    @Inject
    Statements statements;
    @Inject
    Outlook outlook;

    @GET
    public TemplateInstance statement(@QueryParam("month") String month, @QueryParam("before") Long before) {
        UUID user = currentUser.id();
        Statement statement = statements.of(user, PATH, Window.of(month, before));
        wallet.show(statement.balance());
        return Templates.index(statement, outlook.of(user, statement.balance().available()));
    }

    @GET
    @Path("statement.csv")
    public Response file(@QueryParam("month") String month) {
        return statements.csv(currentUser.id(), Window.month(month));
    }
}
