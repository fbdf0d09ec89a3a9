package app.inbetween.admin.dashboard;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import app.inbetween.admin.ForAdmins;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Who spends what on what, at a glance. */
@Path("/admin")
@ForAdmins
public class DashboardResource {

    @CheckedTemplate(basePath = "admin")
    static class Templates {

        static native TemplateInstance dashboard(Dashboard page);
    }

    @Inject
    Dashboards dashboards;

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    public String show(@QueryParam("days") @DefaultValue("") String days) {
        return Templates.dashboard(dashboards.showing(days)).render();
    }
}
