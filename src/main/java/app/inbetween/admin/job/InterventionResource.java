package app.inbetween.admin.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import app.inbetween.account.CurrentUser;
import app.inbetween.admin.ForAdmins;
import app.inbetween.generation.Film;
import app.inbetween.generation.Intervention;
import app.inbetween.generation.Intervention.Verb;
import app.inbetween.generation.Interventions;
import app.inbetween.generation.MovedOnException;
import app.inbetween.media.UnplayableVideoException;
import app.inbetween.web.Htmx;

/** What an administrator decides about a clip. */
@Path("/admin/jobs/{id}/interventions")
@ForAdmins
public class InterventionResource {

    @Inject
    CurrentUser currentUser;
    @Inject
    Decisions decisions;
    @Inject
    Interventions interventions;
    @Inject
    JobPages pages;
    @Inject
    Htmx htmx;

    @POST
    @Path("delivery")
    public Response deliver(@PathParam("id") UUID id, @BeanParam DecisionForm form) {
        return decide(id, Verb.DELIVER, form, decisions::deliver);
    }

    @POST
    @Path("film")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response attach(@PathParam("id") UUID id, @BeanParam DecisionForm form, @RestForm("film") FileUpload file) {
        if (file == null || file.size() == 0) {
            return pages.refused(id, Verb.ATTACH, form, "Choose the film's file, an MP4.");
        }
        return decide(id, Verb.ATTACH, form, wish -> decisions.attach(wish, receive(wish, file)));
    }

    @POST
    @Path("release")
    public Response release(@PathParam("id") UUID id, @BeanParam DecisionForm form) {
        return decide(id, Verb.RELEASE, form, wish -> decisions.release(wish, form.billing().orElseThrow()));
    }

    @POST
    @Path("retry")
    public Response retry(@PathParam("id") UUID id, @BeanParam DecisionForm form) {
        return decide(id, Verb.RETRY, form, decisions::retry);
    }

    @POST
    @Path("loss")
    public Response lose(@PathParam("id") UUID id, @BeanParam DecisionForm form) {
        return decide(id, Verb.LOSE, form, wish -> decisions.lose(wish, form.billing().orElseThrow()));
    }

    private Response decide(UUID id, Verb verb, DecisionForm form, Consumer<Intervention> deed) {
        pages.require(id);
        Optional<String> problem = form.problem(verb);
        Optional<Intervention> wish = form.wish(id, currentUser.id());
        if (problem.isPresent() || wish.isEmpty()) {
            return pages.refused(id, verb, form,
                    problem.orElse("This form was not complete. Nothing was changed: send it again."));
        }
        try {
            deed.accept(wish.get());
            return htmx.seeOther("/admin/jobs/" + id);
        } catch (MovedOnException | UnplayableVideoException e) {
            return pages.refused(id, verb, form, e.getMessage());
        }
    }

    private Film receive(Intervention wish, FileUpload file) {
        try {
            return interventions.receive(wish, file.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
