package app.inbetween.admin.rule;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import app.inbetween.admin.ForAdmins;
import io.quarkus.qute.TemplateInstance;

/** The rules that are in force. */
@Path("/admin/rules")
@ForAdmins
public class RulesResource {

    @Inject
    RulesPages pages;

    @GET
    public TemplateInstance rules() {
        return pages.page();
    }
}
