package app.inbetween.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ServiceUnavailableException;

/** Fails in the ways a page may. */
@Path("/")
public class BrokenResource {

    @GET
    @Path("broken")
    public String fail() {
        throw new IllegalStateException("A bug with secrets in its message");
    }

    @GET
    @Path("busy")
    public String refuse() {
        throw new ServiceUnavailableException();
    }
}
