package app.inbetween.generation.show;

import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import app.inbetween.account.CurrentUser;
import app.inbetween.generation.Generation;
import app.inbetween.generation.State;
import app.inbetween.web.Htmx;
import io.quarkus.security.Authenticated;

/** One clip: the job while it is made, the viewer once it is done. */
@Path("/generations/{id}")
@Authenticated
public class GenerationResource {

    @Inject
    CurrentUser currentUser;
    @Inject
    GenerationPages pages;
    @Inject
    Htmx htmx;

    @GET
    @Transactional
    public Response show(@PathParam("id") UUID id) {
        return Response.ok(pages.page(generation(id)).render()).type("text/html;charset=UTF-8").build();
    }

    /** What the page replaces its progress with, until there is none to show: then the whole page is another one. */
    @GET
    @Path("status")
    @Transactional
    public Response status(@PathParam("id") UUID id) {
        Generation generation = generation(id);
        return htmx.isAsking() && hasEnded(generation) ? moveOn(generation)
                : Response.ok(pages.status(generation).render()).type("text/html;charset=UTF-8").build();
    }

    /** Not while another model may still take its place. */
    private static boolean hasEnded(Generation generation) {
        return generation.isFinished() && !(generation.state == State.FAILED && generation.terms.isFailoverPending());
    }

    private Response moveOn(Generation generation) {
        return generation.state == State.FAILED
                ? Generation.standInFor(generation.id).map(standIn -> htmx.seeOther("/generations/" + standIn.id))
                        .orElseGet(htmx::refresh)
                : htmx.refresh();
    }

    private Generation generation(UUID id) {
        return Generation.ofOwner(currentUser.id(), id).orElseThrow(NotFoundException::new);
    }
}
