package app.inbetween.web;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.quarkus.runtime.LaunchMode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Stylesheets, scripts and icons under an address that is new at every start, so that browsers may keep them and an upgrade
 * still shows at once. Scripts import each other by relative address and so stay under it.
 */
@ApplicationScoped
public class Assets {

    private static final String PREFIX = "/assets/";
    /** Of another start, perhaps on another node: must not be kept for long. */
    private static final String BRIEFLY = "public, max-age=60";
    private static final String LONG = "public, max-age=604800, immutable";
    private static final String ASK_FIRST = "no-cache";

    private final String version;

    @Inject
    Assets(Clock clock) {
        this.version = Long.toString(clock.instant().getEpochSecond(), Character.MAX_RADIX);
    }

    String path() {
        return PREFIX + version;
    }

    void route(@Observes Router router) {
        router.routeWithRegex("/assets/[^/]+/(?<file>.+)").order(0).handler(this::serve);
        router.routeWithRegex("/(css|js|samples|webjars)/.+|/[^/]+\\.svg").order(0).handler(this::keep);
    }

    private void serve(RoutingContext context) {
        boolean current = context.normalizedPath().startsWith(path() + "/");
        caching(context, current ? LONG : BRIEFLY);
        context.reroute("/" + context.pathParam("file"));
    }

    private void keep(RoutingContext context) {
        if (context.get(PREFIX) == null) {
            caching(context, BRIEFLY);
        }
        context.next();
    }

    /** The static handler writes a header of its own, which is replaced just before it is sent. */
    private static void caching(RoutingContext context, String wanted) {
        String how = LaunchMode.current() == LaunchMode.NORMAL ? wanted : ASK_FIRST;
        context.put(PREFIX, how);
        context.addHeadersEndHandler(sent -> {
            if (context.response().getStatusCode() < 400) {
                context.response().headers().set(HttpHeaders.CACHE_CONTROL, how);
            }
        });
    }
}
