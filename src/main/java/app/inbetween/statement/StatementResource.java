package app.inbetween.statement;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import app.inbetween.account.CurrentUser;
import app.inbetween.ledger.Balance;
import app.inbetween.ledger.Hold;
import app.inbetween.ledger.Ledger;
import app.inbetween.web.Slice;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** A person's own credits. */
@Path("/credits")
@Authenticated
public class StatementResource {

    private static final String NEWEST = "9223372036854775807";

    @CheckedTemplate(basePath = "statement")
    static class Templates {

        static native TemplateInstance index(Balance balance, List<Hold> holds, Slice<Movement> page, boolean newest);
    }

    @Inject
    CurrentUser currentUser;
    @Inject
    Wallet wallet;
    @Inject
    Ledger ledger;
    @Inject
    Statement statement;

    @GET
    public TemplateInstance statement(@QueryParam("before") @DefaultValue(NEWEST) long before) {
        UUID user = currentUser.id();
        return Templates.index(wallet.balance(), ledger.openHolds(user), statement.movements(user, before),
                before == Long.MAX_VALUE);
    }
}
