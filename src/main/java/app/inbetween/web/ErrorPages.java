package app.inbetween.web;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import io.quarkus.logging.Log;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpClosedException;

/** Gives every refusal without words of its own some: a page, a toast for htmx, JSON for programs. */
class ErrorPages {

    private static final String INCIDENT = "incident";

    @CheckedTemplate(basePath = "web")
    static class Templates {

        static native TemplateInstance error(Trouble trouble, String incident);

        static native TemplateInstance toast(Trouble trouble, String incident);
    }

    @ServerExceptionMapper
    Response refused(WebApplicationException refusal, ContainerRequestContext request) {
        boolean bug = Trouble.of(refusal.getResponse().getStatus()) == Trouble.BROKEN;
        return bug ? broken(refusal, request) : refusal.getResponse();
    }

    /** A page that breaks off its request, because something on it changed again, does nothing wrong. */
    @ServerExceptionMapper(Throwable.class)
    Response failed(Throwable bug, ContainerRequestContext request) {
        return isHungUp(bug) ? Response.status(Trouble.BAD_REQUEST.status()).build() : broken(bug, request);
    }

    private static boolean isHungUp(Throwable bug) {
        return Stream.iterate(bug, Objects::nonNull, Throwable::getCause).limit(10)
                .anyMatch(HttpClosedException.class::isInstance);
    }

    private static Response broken(Throwable bug, ContainerRequestContext request) {
        String incident = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        Log.errorf(bug, "Incident %s: %s %s", incident, request.getMethod(), request.getUriInfo().getPath());
        request.setProperty(INCIDENT, incident);
        return Response.status(statusOf(bug)).build();
    }

    @ServerResponseFilter
    void explain(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() >= 400 && !response.hasEntity()) {
            Trouble trouble = Trouble.of(response.getStatus());
            Object incident = request.getProperty(INCIDENT);
            explain(request, response, trouble, incident == null ? "" : incident.toString());
        }
    }

    private static void explain(ContainerRequestContext request, ContainerResponseContext response, Trouble trouble,
            String incident) {
        String path = request.getUriInfo().getPath();
        if (path.startsWith("/api/") || path.startsWith("/hooks/")) {
            Map<String, Object> problem = Map.of("status", response.getStatus(), "title", trouble.title(), "detail",
                    trouble.advice(), INCIDENT, incident);
            response.setEntity(problem, null, MediaType.APPLICATION_JSON_TYPE);
        } else {
            boolean htmx = request.getHeaderString(Htmx.REQUEST) != null;
            TemplateInstance words = htmx ? Templates.toast(trouble, incident) : Templates.error(trouble, incident);
            response.setEntity(words.render(), null, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
        }
    }

    private static int statusOf(Throwable bug) {
        return Optional.of(bug).filter(WebApplicationException.class::isInstance).map(WebApplicationException.class::cast)
                .map(refusal -> refusal.getResponse().getStatus()).orElse(500);
    }
}
