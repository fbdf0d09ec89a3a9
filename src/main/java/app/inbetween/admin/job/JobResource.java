package app.inbetween.admin.job;

import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import app.inbetween.admin.ForAdmins;

/** The whole story of one clip. */
@Path("/admin/jobs/{id}")
@ForAdmins
public class JobResource {

    @Inject
    JobPages pages;

    @GET
    @Produces(MediaType.TEXT_HTML)
    public String show(@PathParam("id") UUID id) {
        return pages.of(id);
    }
}
