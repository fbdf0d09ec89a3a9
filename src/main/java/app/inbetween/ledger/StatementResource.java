package app.inbetween.ledger;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import app.inbetween.account.CurrentUser;
import app.inbetween.web.Slice;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** A person's own credits. */
@Path("/credits")
@Authenticated
public class StatementResource {

    private static final String NEWEST = "9223372036854775807";

    @CheckedTemplate(basePath = "ledger")
    static class Templates {

        static native TemplateInstance statement(Balance balance, List<Hold> holds, Slice<Movement> page, boolean newest);
    }

    @Inject
    CurrentUser currentUser;
    @Inject
    Wallet wallet;
    @Inject
    Statement statement;

    @GET
    public TemplateInstance statement(@QueryParam("before") @DefaultValue(NEWEST) long before) {
        UUID user = currentUser.id();
        return Templates.statement(wallet.balance(), statement.openHolds(user), statement.movements(user, before),
                before == Long.MAX_VALUE);
    }
}
