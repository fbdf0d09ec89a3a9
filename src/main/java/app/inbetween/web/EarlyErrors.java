package app.inbetween.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.AuthenticationException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Gives a page to what is refused before any resource is asked; Quarkus by itself answers it with nothing at all. */
@ApplicationScoped
class EarlyErrors {

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
        filters.register(this::checkLength, EARLY);
    }

    void route(@Observes Router router) {
        router.route().failureHandler(this::explainSignIn);
    }

    private void checkLength(RoutingContext context) {
        long length = length(context);
        if (length <= limit.asLongValue() || length > PATIENCE || context.normalizedPath().startsWith("/hooks/")) {
            context.next();
            return;
        }
        context.request().endHandler(sent -> answer(context, Trouble.TOO_LARGE));
        context.request().resume();
    }

    /** As when the identity provider's answer is old, or not meant for this browser. */
    private void explainSignIn(RoutingContext context) {
        boolean refused = context.response().getStatusCode() == Trouble.NOT_SIGNED_IN.status();
        if (refused && context.failure() instanceof AuthenticationException) {
            answer(context, Trouble.NOT_SIGNED_IN);
        } else {
            context.next();
        }
    }

    private void answer(RoutingContext context, Trouble trouble) {
        if (!context.response().ended()) {
            context.response().setStatusCode(trouble.status()).putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                    .end(page(context, trouble));
        }
    }

    private String page(RoutingContext context, Trouble trouble) {
        ManagedContext request = Arc.container().requestContext();
        boolean ours = !request.isActive();
        if (ours) {
            request.activate();
        }
        try {
            current.setCurrent(context);
            return ErrorPages.Templates.error(trouble, "").render();
        } finally {
            if (ours) {
                request.terminate();
            }
        }
    }

    private static long length(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null || !length.matches("\\d{1,18}") ? 0 : Long.parseLong(length);
    }
}
