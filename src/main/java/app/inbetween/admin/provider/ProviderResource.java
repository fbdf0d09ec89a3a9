package app.inbetween.admin.provider;

import java.util.function.Supplier;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import app.inbetween.admin.ForAdmins;
import app.inbetween.admin.form.RefusedException;
import app.inbetween.admin.form.SentForms;
import app.inbetween.admin.form.TypedForm;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.VideoProvider;
import app.inbetween.web.Htmx;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.Authenticated;

/** The providers: how they are doing, and what people may use of them. */
@Path("/admin/providers")
@Authenticated
@ForAdmins
public class ProviderResource {

    private static final String PAGE = "/admin/providers";
    private static final int UNPROCESSABLE = 422;

    @Inject
    ModelCatalog catalog;
    @Inject
    ProviderPages pages;
    @Inject
    Checkups checkups;
    @Inject
    Switches switches;
    @Inject
    SentForms sent;
    @Inject
    Htmx htmx;

    /**
     * @param done the key of the form that was just sent
     * @param models the provider whose models are shown
     */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public String show(@QueryParam("done") String done, @QueryParam("models") String models) {
        return pages.page(done, models);
    }

    @POST
    @Path("{provider}/checkup")
    public Response test(@PathParam("provider") String name) {
        VideoProvider provider = provider(name);
        checkups.make(provider);
        return htmx.seeOther(PAGE + "#" + provider.name());
    }

    @POST
    @Path("{provider}/switch")
    public Response turn(@PathParam("provider") String name, @BeanParam ProviderForm fields) {
        VideoProvider provider = provider(name);
        TypedForm form = fields.typed();
        return serve(provider, form, () -> switches.turn(provider, form), "");
    }

    @POST
    @Path("{provider}/models")
    public Response offer(@PathParam("provider") String name, @BeanParam ProviderForm fields) {
        VideoProvider provider = provider(name);
        TypedForm form = fields.typed();
        return serve(provider, form, () -> switches.offer(provider, form), "&models=" + name + "#" + name);
    }

    private Response serve(VideoProvider provider, TypedForm form, Supplier<String> act, String place) {
        try {
            QuarkusTransaction.requiringNew().run(() -> sent.once(PAGE + "/" + provider.name(), form, act));
        } catch (RefusedException e) {
            form.refuse(e.field(), e.getMessage());
            return Response.status(UNPROCESSABLE).entity(pages.refused(provider.name(), form))
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")).build();
        }
        return htmx.seeOther(PAGE + "?done=" + form.value("key") + place);
    }

    private VideoProvider provider(String name) {
        return catalog.provider(name).orElseThrow(NotFoundException::new);
    }
}
