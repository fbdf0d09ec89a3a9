package app.inbetween.admin.job;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;

import app.inbetween.account.User;
import app.inbetween.admin.job.Actions.Refusal;
import app.inbetween.admin.job.Job.Kin;
import app.inbetween.admin.job.JobPage.Action;
import app.inbetween.generation.Generation;
import app.inbetween.generation.Intervention.Verb;
import app.inbetween.generation.Settings;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.VideoModel;
import app.inbetween.web.Formats;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Draws the story of one clip, and what can be done about it. */
@ApplicationScoped
class JobPages {

    @CheckedTemplate(basePath = "admin")
    static class Templates {

        static native TemplateInstance job(JobPage page);
    }

    @Inject
    ModelCatalog catalog;
    @Inject
    JobStory story;
    @Inject
    JobMoney money;
    @Inject
    Actions actions;

    String of(UUID id) {
        return render(id, Optional.empty());
    }

    /** With what was typed. */
    Response refused(UUID id, Verb verb, DecisionForm form, String why) {
        return Response.status(422).entity(render(id, Optional.of(new Refusal(verb, form, why))))
                .type("text/html;charset=UTF-8").build();
    }

    /** @throws NotFoundException if there is no such clip */
    void require(UUID id) {
        QuarkusTransaction.requiringNew().run(() -> existing(id));
    }

    private String render(UUID id, Optional<Refusal> refusal) {
        return QuarkusTransaction.requiringNew().call(() -> Templates.job(page(existing(id), refusal)).render());
    }

    private static Generation existing(UUID id) {
        return Generation.<Generation> findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    private JobPage page(Generation clip, Optional<Refusal> refusal) {
        String owner = User.<User> findByIdOptional(clip.owner).orElseThrow().name;
        List<Action> offered = actions.of(clip, owner, refusal);
        boolean shown = offered.stream().anyMatch(Action::isRefused);
        return new JobPage(clip.id, clip.title, lead(clip.settings), clip.owner, owner, clip.state, story.events(clip),
                failed(clip), Generation.standInFor(clip.id).map(this::kin), story.provider(clip),
                Optional.ofNullable(clip.fault().detail()).orElse(""), money.facts(clip),
                money.movements(clip), offered, shown ? "" : refusal.map(Refusal::why).orElse(""),
                shown ? "" : refusal.map(it -> it.form().reason()).orElse(""));
    }

    private Optional<Kin> failed(Generation clip) {
        return Optional.ofNullable(clip.terms.standsInFor).map(id -> Generation.<Generation> findById(id)).map(this::kin);
    }

    private Kin kin(Generation clip) {
        return new Kin(clip.id, model(clip.settings));
    }

    private String model(Settings settings) {
        return catalog.known(settings.model()).map(VideoModel::name).orElse(settings.model());
    }

    private String lead(Settings settings) {
        return model(settings) + ", " + Formats.words(settings.duration()) + " at " + settings.priceKey().format();
    }
}
