package app.inbetween.admin.person;

import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import app.inbetween.admin.form.RefusedException;
import app.inbetween.admin.form.SentForms;
import app.inbetween.admin.form.TypedForm;
import app.inbetween.web.Htmx;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateInstance;

/** Takes in a form about a person: done once and shown on their page, or handed back with what is wrong. */
@ApplicationScoped
class Desk {

    private static final int UNPROCESSABLE = 422;

    @Inject
    SentForms sent;
    @Inject
    PersonPages pages;
    @Inject
    Htmx htmx;

    /** @param act does it, in the transaction of the form, and says what came of it */
    Response serve(Person person, String section, TypedForm form, Supplier<String> act) {
        return serve(person, section, form, act, refused -> pages.of(person.id(), section, refused));
    }

    Response serve(Person person, String place, TypedForm form, Supplier<String> act,
            Function<TypedForm, TemplateInstance> handBack) {
        try {
            QuarkusTransaction.requiringNew().run(() -> sent.once(person.href() + "/" + place, form, act));
        } catch (RefusedException e) {
            form.refuse(e.field(), e.getMessage());
            return html(UNPROCESSABLE, handBack.apply(form));
        }
        return htmx.seeOther(person.href() + "?done=" + form.value("key"));
    }

    /** The page with the form filled in, and nothing done. */
    Response preview(Person person, String section, TypedForm form) {
        return html(200, pages.of(person.id(), section, form));
    }

    private static Response html(int status, TemplateInstance page) {
        return Response.status(status).entity(page.render()).type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")).build();
    }
}
