package app.inbetween.generation.create;

import java.util.UUID;
import java.util.function.BiConsumer;

import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import app.inbetween.account.CurrentUser;
import app.inbetween.generation.Generation;
import app.inbetween.web.Htmx;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.Authenticated;

/** Begins the next clip with what an earlier one was made of. */
@Path("/create")
@Authenticated
public class ReuseResource {

    @Inject
    CurrentUser currentUser;
    @Inject
    Drafts drafts;
    @Inject
    Htmx htmx;

    /** The same frames and settings, to change or to ask for again. */
    @POST
    @Path("reuse/{generation}")
    public Response reuse(@PathParam("generation") UUID id) {
        return begin(id, Draft::reuse);
    }

    /** Its last frame as the first one of the next clip. */
    @POST
    @Path("continue/{generation}")
    public Response continueFrom(@PathParam("generation") UUID id) {
        return begin(id, Draft::continueFrom);
    }

    private Response begin(UUID id, BiConsumer<Draft, Generation> change) {
        UUID owner = currentUser.id();
        Generation generation = QuarkusTransaction.joiningExisting().call(() -> Generation.ofOwner(owner, id))
                .orElseThrow(NotFoundException::new);
        drafts.change(owner, draft -> change.accept(draft, generation));
        return htmx.seeOther("/create");
    }
}
