package app.inbetween.admin.person;

import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestQuery;

import app.inbetween.admin.ForAdmins;
import app.inbetween.admin.form.TypedForm;
import app.inbetween.web.Slice;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** What a person was charged for, and credits given back for it. */
@Path("/admin/users/{id}/refunds")
@Authenticated
@ForAdmins
public class RefundResource {

    private static final int PAGE = 25;

    @CheckedTemplate(basePath = "admin")
    static class Templates {

        static native TemplateInstance userClips(Person person, Slice<ChargedClip> page, String next);

        static native TemplateInstance userRefund(Person person, ChargedClip clip, TypedForm form);
    }

    @Inject
    People people;
    @Inject
    ChargedClips clips;
    @Inject
    Giving giving;
    @Inject
    Desk desk;

    @GET
    public TemplateInstance clips(UUID id, @RestQuery UUID before) {
        Person person = people.person(id);
        Slice<ChargedClip> page = Optional.ofNullable(before).map(hold -> clips.page(id, hold, PAGE))
                .orElseGet(() -> clips.page(id, PAGE));
        return Templates.userClips(person, page, page.next().map(hold -> person.href() + "/refunds?before=" + hold).orElse(""));
    }

    @GET
    @Path("{generation}")
    public TemplateInstance refund(UUID id, UUID generation) {
        ChargedClip clip = clips.clip(id, generation);
        return Templates.userRefund(people.person(id), clip,
                TypedForm.blank().with("amount", clip.left().decimal().toPlainString()));
    }

    @POST
    @Path("{generation}")
    public Response refund(UUID id, UUID generation, @BeanParam PersonForm fields) {
        Person person = people.person(id);
        ChargedClip clip = clips.clip(id, generation);
        TypedForm form = fields.typed();
        return desk.serve(person, "refunds/" + generation, form, () -> giving.refund(person, clip, form),
                refused -> Templates.userRefund(person, clips.clip(id, generation), refused));
    }
}
