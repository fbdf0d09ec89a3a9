package app.inbetween.account;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import app.inbetween.web.Htmx;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Tells somebody who was deactivated so, whatever they ask for: a page, or a toast for htmx. */
class DeactivatedPages {

    @CheckedTemplate(basePath = "account")
    static class Templates {

        static native TemplateInstance deactivated(String contact);

        static native TemplateInstance deactivated$toast(String contact);
    }

    @Inject
    AccountConfig config;
    @Inject
    Htmx htmx;

    @ServerExceptionMapper
    Response tell(DeactivatedException refusal) {
        TemplateInstance words = htmx.isAsking() ? Templates.deactivated$toast(config.contact())
                : Templates.deactivated(config.contact());
        return Response.status(Response.Status.FORBIDDEN).entity(words.render())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")).build();
    }
}
