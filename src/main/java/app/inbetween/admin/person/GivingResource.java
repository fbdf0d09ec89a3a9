package app.inbetween.admin.person;

import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import app.inbetween.admin.ForAdmins;
import app.inbetween.admin.form.TypedForm;
import io.quarkus.security.Authenticated;

/** Credits given to a person, and taken back. */
@Path("/admin/users/{id}")
@Authenticated
@ForAdmins
public class GivingResource {

    @Inject
    People people;
    @Inject
    Giving giving;
    @Inject
    Desk desk;

    @POST
    @Path("grants")
    public Response grant(UUID id, @BeanParam PersonForm fields) {
        Person person = people.person(id);
        TypedForm form = fields.typed();
        return fields.isPreview() ? desk.preview(person, "grant", form)
                : desk.serve(person, "grant", form, () -> giving.grant(person, form));
    }

    @POST
    @Path("take-backs")
    public Response takeBack(UUID id, @BeanParam PersonForm fields) {
        Person person = people.person(id);
        TypedForm form = fields.typed();
        return fields.isPreview() ? desk.preview(person, "take-back", form)
                : desk.serve(person, "take-back", form, () -> giving.takeBack(person, form));
    }
}
