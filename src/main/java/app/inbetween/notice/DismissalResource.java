package app.inbetween.notice;

import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import app.inbetween.account.CurrentUser;
import app.inbetween.web.Htmx;
import app.inbetween.web.OwnPath;
import io.quarkus.security.Authenticated;

/** Puts a notice away. */
@Path("/notices/{id}/dismissal")
@Authenticated
public class DismissalResource {

    @Inject
    CurrentUser currentUser;
    @Inject
    Notices notices;
    @Inject
    Htmx htmx;

    /** @param to the page it was read on */
    @POST
    public Response dismiss(@PathParam("id") UUID id, @RestForm String to) {
        notices.dismiss(currentUser.id(), id);
        return htmx.isAsking() ? Response.ok().build() : htmx.seeOther(OwnPath.orElse(to, "/"));
    }
}
