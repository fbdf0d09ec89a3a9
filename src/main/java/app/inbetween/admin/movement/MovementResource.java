package app.inbetween.admin.movement;

import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import app.inbetween.admin.ForAdmins;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Everything that ever moved, whoever's it is. */
@Path("/admin/movements")
@ForAdmins
public class MovementResource {

    private static final int UNPROCESSABLE = 422;

    @CheckedTemplate(basePath = "admin")
    static class Templates {

        static native TemplateInstance movements(MovementPage page);
    }

    @Inject
    FilterReader reader;
    @Inject
    Movements movements;
    @Inject
    MovementPages pages;

    /** @param before a movement; only older ones are wanted */
    @GET
    @Transactional
    public Response list(@BeanParam MovementForm form, @QueryParam("before") UUID before) {
        Optional<Movements.Place> below = Optional.ofNullable(before)
                .map(id -> movements.below(id).orElseThrow(NotFoundException::new));
        Reading reading = reader.read(form);
        String page = Templates.movements(pages.page(form, reading, below)).render();
        return Response.status(reading.filter().isPresent() ? Response.Status.OK.getStatusCode() : UNPROCESSABLE)
                .entity(page).type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")).build();
    }
}
