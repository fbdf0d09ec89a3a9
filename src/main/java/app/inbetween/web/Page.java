package app.inbetween.web;

import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/** What the layout knows of the request, whoever answers it. */
@RequestScoped
@Named
public class Page {

    private static final String CSRF_TOKEN = "csrf_token";

    @Inject
    CurrentVertxRequest request;
    @Inject
    Assets assets;

    /** {@code light}, {@code dark}, or empty where the system decides. */
    public String theme() {
        String theme = current().map(context -> context.request().getCookie("theme")).map(Cookie::getValue).orElse("");
        return theme.equals("light") || theme.equals("dark") ? theme : "";
    }

    /** The address before the name of a stylesheet, script or icon. */
    public String assets() {
        return assets.path();
    }

    public String path() {
        return current().map(RoutingContext::normalizedPath).orElse("/");
    }

    /** By which this page can be opened again; empty where it is the answer to a form. */
    public String address() {
        return current().filter(context -> context.request().method() == HttpMethod.GET)
                .map(context -> context.request().uri()).orElse("");
    }

    /** Empty where no form can be: pages of requests that reached no resource. */
    public String csrfToken() {
        return current().map(context -> context.<String> get(CSRF_TOKEN)).orElse("");
    }

    private Optional<RoutingContext> current() {
        return Optional.ofNullable(request.getCurrent());
    }
}
