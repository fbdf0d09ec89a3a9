package app.inbetween.admin.person;

import java.util.List;
import java.util.stream.Stream;

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

/** Everybody who has signed in, to be found. */
@Path("/admin")
@Authenticated
@ForAdmins
public class UsersResource {

    private static final String[] HEAD = { "Id", "Name", "E-mail", "Roles", "Groups", "Free", "Held", "Charged this month",
            "Last movement", "State" };

    @CheckedTemplate(basePath = "admin")
    static class Templates {

        static native TemplateInstance users(RosterFilter filter, Slice<Roster.Row> page, String next, List<String> roles,
                List<String> groups);
    }

    @Inject
    Roster roster;
    @Inject
    People people;

    @GET
    @Path("users")
    public TemplateInstance users(@BeanParam RosterFilter filter) {
        Slice<Roster.Row> page = roster.page(filter);
        return Templates.users(filter, page, page.next().map(filter::next).orElse(""), people.roles(), people.groups());
    }

    @GET
    @Path("users.csv")
    public Response csv(@BeanParam RosterFilter filter) {
        return Csv.download("people.csv", HEAD, csv -> QuarkusTransaction.requiringNew().run(() -> roster.each(filter, row -> {
            Roster.Row line = Roster.Row.read(row);
            Person person = line.person();
            csv.line(person.id(), person.name(), person.email(), joined(person.roles()), joined(person.groups()),
                    line.free().decimal(), line.held().decimal(), line.spent().decimal(), line.movedAt().orElse(null),
                    person.isActive() ? "active" : "deactivated");
        })));
    }

    private static String joined(List<String> claims) {
        return Stream.ofNullable(claims).flatMap(List::stream).reduce((one, two) -> one + " " + two).orElse("");
    }
}
