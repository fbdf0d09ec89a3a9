package app.inbetween.admin.job;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import app.inbetween.admin.ForAdmins;
import app.inbetween.admin.job.Job.Kin;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.VideoModel;
import app.inbetween.web.Slice;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** All clips of everybody. */
@Path("/admin/jobs")
@ForAdmins
public class JobsResource {

    @CheckedTemplate(basePath = "admin")
    static class Templates {

        static native TemplateInstance jobs(JobFilter filter, List<Model> models, Slice<Line> page, boolean newest);
    }

    /** All models by their names. */
    public record Line(Job job, String model, Optional<Kin> failed, Optional<Kin> standIn) {
    }

    /** A model to choose. */
    public record Model(String id, String name, boolean chosen) {
    }

    @Inject
    Jobs jobs;
    @Inject
    ModelCatalog catalog;

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    public String list(@BeanParam JobFilter filter, @QueryParam("before") @DefaultValue("") String before) {
        List<Model> models = jobs.models().stream().map(id -> new Model(id, name(id), id.equals(filter.model()))).toList();
        Slice<Job> page = jobs.page(filter, before);
        List<Line> lines = page.items().stream().map(this::line).toList();
        return Templates.jobs(filter, models, new Slice<>(lines, page.next()), before.isEmpty()).render();
    }

    private Line line(Job job) {
        return new Line(job, name(job.model()), job.failed().map(this::named), job.standIn().map(this::named));
    }

    private Kin named(Kin kin) {
        return new Kin(kin.id(), name(kin.model()));
    }

    private String name(String model) {
        return catalog.known(model).map(VideoModel::name).orElse(model);
    }
}
