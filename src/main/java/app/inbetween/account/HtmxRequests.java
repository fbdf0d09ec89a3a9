package app.inbetween.account;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.oidc.JavaScriptRequestChecker;
import io.vertx.ext.web.RoutingContext;

/** A script cannot follow a redirect to the sign-in page: it is answered 499, and the page offers the way itself. */
@ApplicationScoped
class HtmxRequests implements JavaScriptRequestChecker {

    @Override
    public boolean isJavaScriptRequest(RoutingContext context) {
        return context.request().headers().contains("HX-Request");
    }
}
