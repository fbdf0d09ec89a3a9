package app.inbetween.admin.audit;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import app.inbetween.admin.ForAdmins;
import app.inbetween.web.Csv;
import app.inbetween.web.Slice;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** Who did what, to whom, what was so before and after, why, and from where. */
@Path("/admin")
@Authenticated
@ForAdmins
public class AuditResource {

    private static final String[] HEAD = { "When", "Who", "What", "Object", "Whom", "Before", "After", "Reason", "Address" };

    @CheckedTemplate(basePath = "admin")
    static class Templates {

        static native TemplateInstance audit(AuditFilter filter, Slice<AuditEntry> page, String next, List<String> actions);
    }

    @Inject
    AuditTrail trail;

    @GET
    @Path("audit")
    public TemplateInstance audit(@BeanParam AuditFilter filter) {
        Slice<AuditEntry> page = trail.page(filter);
        return Templates.audit(filter, page, page.next().map(filter::next).orElse(""), trail.actions());
    }

    @GET
    @Path("audit.csv")
    public Response csv(@BeanParam AuditFilter filter) {
        return Csv.download("audit.csv", HEAD, csv -> QuarkusTransaction.requiringNew().run(() -> trail.each(filter, row -> {
            AuditEntry entry = AuditEntry.read(row);
            csv.line(entry.at(), entry.actorName(), entry.action(), entry.object(), entry.subjectName(), entry.before(),
                    entry.after(), entry.reason(), entry.address());
        })));
    }
}
