package app.inbetween.admin.person;

import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestQuery;

import app.inbetween.admin.ForAdmins;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** One person. */
@Path("/admin/users/{id}")
@Authenticated
@ForAdmins
public class PersonResource {

    @Inject
    PersonPages pages;

    @GET
    public TemplateInstance person(UUID id, @RestQuery UUID done) {
        return pages.of(id, Optional.ofNullable(done));
    }
}
