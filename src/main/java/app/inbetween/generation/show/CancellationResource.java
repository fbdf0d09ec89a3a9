package app.inbetween.generation.show;

import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import app.inbetween.account.CurrentUser;
import app.inbetween.generation.Generations;
import app.inbetween.web.Htmx;
import io.quarkus.security.Authenticated;

@Path("/generations/{id}/cancellation")
@Authenticated
public class CancellationResource {

    @Inject
    CurrentUser currentUser;
    @Inject
    Generations generations;
    @Inject
    Htmx htmx;

    @POST
    public Response cancel(@PathParam("id") UUID id) {
        generations.cancel(currentUser.id(), id).orElseThrow(NotFoundException::new);
        return htmx.seeOther("/generations/" + id);
    }
}
