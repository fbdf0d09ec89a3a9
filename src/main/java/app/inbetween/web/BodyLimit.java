package app.inbetween.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Refuses what is far too large with a page; Quarkus by itself answers nothing and closes the connection. */
@ApplicationScoped
class BodyLimit {

    /** After the security headers, before sign-in. */
    private static final int EARLY = 900;
    /** A browser shows no answer before it has sent everything, so this much is read and dropped. */
    private static final long PATIENCE = 4_000_000_000L;

    @Inject
    @ConfigProperty(name = "quarkus.http.limits.max-body-size")
    MemorySize limit;
    @Inject
    CurrentVertxRequest current;

    void register(@Observes Filters filters) {
        filters.register(this::check, EARLY);
    }

    private void check(RoutingContext context) {
        long length = length(context);
        if (length <= limit.asLongValue() || length > PATIENCE) {
            context.next();
            return;
        }
        context.request().endHandler(sent -> context.response().setStatusCode(Trouble.TOO_LARGE.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8").end(page(context)));
        context.request().resume();
    }

    private String page(RoutingContext context) {
        ManagedContext request = Arc.container().requestContext();
        request.activate();
        try {
            current.setCurrent(context);
            return ErrorPages.Templates.error(Trouble.TOO_LARGE, "").render();
        } finally {
            request.terminate();
        }
    }

    private static long length(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null || !length.matches("\\d{1,18}") ? 0 : Long.parseLong(length);
    }
}
