package app.inbetween.generation.create;

import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import app.inbetween.account.CurrentUser;
import app.inbetween.generation.Generation;
import app.inbetween.generation.ShownPrice;
import app.inbetween.web.Htmx;
import io.quarkus.security.Authenticated;

/** The create form. Every button in it posts the whole form, so that no press loses anything. */
@Path("/create")
public class CreateResource {

    private static final int UNPROCESSABLE = 422;

    @Inject
    CurrentUser currentUser;
    @Inject
    Drafts drafts;
    @Inject
    DraftFrames frames;
    @Inject
    TypedOptions options;
    @Inject
    Asking asking;
    @Inject
    CreatePages pages;
    @Inject
    Htmx htmx;

    @GET
    @Authenticated
    public Response form(@CookieParam(ParkedForm.COOKIE) String parked) {
        UUID owner = currentUser.id();
        Optional<ParkedForm> kept = ParkedForm.read(parked);
        Draft draft = drafts.change(owner, it -> kept.ifPresent(it::describe));
        Response page = Response.ok(pages.page(draft, Remarks.none(), ShownPrice.NONE)).build();
        return kept.isEmpty() ? page : Response.fromResponse(page).cookie(ParkedForm.removed()).build();
    }

    /** Open to all on purpose: whoever's sign-in ran out while they typed is sent to sign in with their words kept. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response post(@BeanParam CreateForm form) {
        if (!currentUser.isSignedIn()) {
            return htmx.isAsking() ? Response.status(499).build()
                    : Response.seeOther(ParkedForm.SIGN_IN).cookie(ParkedForm.of(form).cookie()).build();
        }
        UUID owner = currentUser.id();
        Remarks remarks = frames.takeIn(owner, form);
        TypedOptions.Typed typed = options.of(form);
        Draft draft = drafts.change(owner, it -> {
            it.describe(form);
            it.choose(typed.chosen(), typed.asUsual());
            remarks.frames().forEach(it::put);
        });
        return form.isGenerate() && remarks.isEmpty() ? generate(form, draft) : answer(form, draft, remarks);
    }

    private Response generate(CreateForm form, Draft draft) {
        Asking.Answer answer = asking.ask(draft, form);
        if (answer.generation().isPresent()) {
            Generation generation = answer.generation().get();
            drafts.change(draft.owner, Draft::asked);
            return htmx.seeOther("/generations/" + generation.id);
        }
        return answer(form, drafts.change(draft.owner, Draft::renewKey), answer.remarks());
    }

    private Response answer(CreateForm form, Draft draft, Remarks remarks) {
        if (!htmx.isAsking() && remarks.isEmpty()) {
            return htmx.seeOther("/create");
        }
        return Response.status(remarks.isEmpty() ? 200 : UNPROCESSABLE).entity(pages.page(draft, remarks, form.shown()))
                .build();
    }
}
