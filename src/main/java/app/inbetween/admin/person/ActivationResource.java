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

/** Whether a person may use Inbetween, and who has their work when they may not. */
@Path("/admin/users/{id}")
@Authenticated
@ForAdmins
public class ActivationResource {

    @Inject
    People people;
    @Inject
    Leaving leaving;
    @Inject
    Desk desk;

    /** What waits is called off, and what is handed over is, after the door is shut: nothing can be added in between. */
    @POST
    @Path("deactivation")
    public Response deactivate(UUID id, @BeanParam PersonForm fields) {
        Person person = people.person(id);
        TypedForm form = fields.typed();
        Response answer = desk.serve(person, "activation", form, () -> leaving.deactivate(person, form));
        if (!form.isRefused()) {
            leaving.settle(person, form);
        }
        return answer;
    }

    @POST
    @Path("activation")
    public Response activate(UUID id, @BeanParam PersonForm fields) {
        Person person = people.person(id);
        TypedForm form = fields.typed();
        return desk.serve(person, "activation", form, () -> leaving.activate(person, form));
    }

    @POST
    @Path("handover")
    public Response handOver(UUID id, @BeanParam PersonForm fields) {
        Person person = people.person(id);
        TypedForm form = fields.typed();
        return desk.serve(person, "handover", form, () -> leaving.handOver(person, form));
    }
}
