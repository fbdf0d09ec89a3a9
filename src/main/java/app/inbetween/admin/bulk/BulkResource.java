package app.inbetween.admin.bulk;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestQuery;

import app.inbetween.admin.ForAdmins;
import app.inbetween.admin.form.RefusedException;
import app.inbetween.admin.form.TypedForm;
import app.inbetween.admin.person.People;
import app.inbetween.ledger.Periods;
import app.inbetween.web.Csv;
import app.inbetween.web.Htmx;
import app.inbetween.web.Slice;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** Credits for many at once: drafted, looked at, given. */
@Path("/admin/grants")
@Authenticated
@ForAdmins
public class BulkResource {

    private static final String[] HEAD = { "Id", "Name", "E-mail", "Free now", "Credits", "Free after", "State" };

    @CheckedTemplate(basePath = "admin")
    static class Templates {

        static native TemplateInstance grants(TypedForm form, List<String> roles, List<String> groups, List<BulkGrant> recent);

        static native TemplateInstance grantsDraft(BulkGrant grant, String until, boolean over, Slice<BulkGrants.Line> page,
                String next);
    }

    @Inject
    People people;
    @Inject
    Drafting drafting;
    @Inject
    BulkGrants grants;
    @Inject
    Periods periods;
    @Inject
    Htmx htmx;
    @Inject
    Clock clock;

    @GET
    public TemplateInstance form() {
        return form(TypedForm.blank().with("audience", "everyone"));
    }

    @POST
    public Response draft(@BeanParam BulkForm fields) {
        TypedForm form = fields.typed();
        try {
            return htmx.seeOther("/admin/grants/" + drafting.draft(form));
        } catch (RefusedException e) {
            return Response.status(422).entity(form(form).render()).type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")).build();
        }
    }

    @GET
    @Path("{id}")
    public TemplateInstance look(UUID id, @RestQuery UUID after) {
        BulkGrant grant = grants.grant(id);
        Slice<BulkGrants.Line> page = grants.lines(id, Optional.ofNullable(after));
        String until = grant.expiresAt().map(end -> periods.dayOf(end.minusNanos(1)).toString()).orElse("");
        return Templates.grantsDraft(grant, until, grant.isOver(clock.instant()), page,
                page.next().map(person -> grant.href() + "?after=" + person).orElse(""));
    }

    @GET
    @Path("{id}/people.csv")
    public Response csv(UUID id) {
        grants.grant(id);
        return Csv.download("grant.csv", HEAD, csv -> QuarkusTransaction.requiringNew().run(() -> grants.each(id, row -> {
            BulkGrants.Line line = BulkGrants.Line.read(row);
            csv.line(line.id(), line.name(), line.email(), line.free().decimal(), line.amount().decimal(),
                    line.after().decimal(), line.isGiven() ? "given" : "not yet");
        })));
    }

    @POST
    @Path("{id}")
    public Response give(UUID id) {
        grants.give(id);
        return htmx.seeOther("/admin/grants/" + id);
    }

    private TemplateInstance form(TypedForm form) {
        return Templates.grants(form, people.roles(), people.groups(), grants.recent());
    }
}
