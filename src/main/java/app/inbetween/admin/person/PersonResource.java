package app.inbetween.admin.person;

import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestQuery;

import app.inbetween.admin.ForAdmins;
import app.inbetween.statement.Statements;
import app.inbetween.statement.Window;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** One person. */
@Path("/admin/users/{id}")
@Authenticated
@ForAdmins
public class PersonResource {

    @Inject
    PersonPages pages;

    @Inject
    People people;
    @Inject
    Statements statements;

    /** @param month and {@code before} say which part of the statement is wanted */
    @GET
    public TemplateInstance person(UUID id, @RestQuery UUID done, @RestQuery String month, @RestQuery Long before) {
        return pages.of(id, Window.of(month, before), Optional.ofNullable(done));
    }

    @GET
    @Path("statement.csv")
    public Response file(UUID id, @RestQuery String month) {
        return statements.csv(people.person(id).id(), Window.month(month));
    }
}
