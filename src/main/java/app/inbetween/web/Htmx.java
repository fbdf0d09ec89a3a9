package app.inbetween.web;

import java.net.URI;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.core.Response;

import io.vertx.core.http.HttpServerRequest;

/** Whether a script on one of our pages is asking, and how to answer it. */
@RequestScoped
@Named
public class Htmx {

    static final String REQUEST = "HX-Request";

    @Inject
    HttpServerRequest request;

    public boolean isAsking() {
        return "true".equals(request.getHeader(REQUEST));
    }

    /** Sends the whole page elsewhere after a post, with scripts or without. */
    public Response seeOther(String path) {
        return isAsking() ? Response.noContent().header("HX-Redirect", path).build()
                : Response.seeOther(URI.create(path)).build();
    }

    /** Has the page loaded anew, as when what it followed has ended. */
    public Response refresh() {
        return Response.noContent().header("HX-Refresh", "true").build();
    }
}
