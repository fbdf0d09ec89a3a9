package app.inbetween.admin.price;

import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import app.inbetween.admin.ForAdmins;
import app.inbetween.price.PriceChanges;
import app.inbetween.price.PriceKey;
import app.inbetween.price.PriceRefusedException;
import app.inbetween.price.Proposal;
import app.inbetween.web.Htmx;
import io.quarkus.qute.TemplateInstance;

/** The versions of one price: typed, looked at in a preview, then stored for good. */
@Path("/admin/prices/versions")
@ForAdmins
public class PriceVersionResource {

    private static final int UNPROCESSABLE = 422;

    @Inject
    PriceTable table;
    @Inject
    PricePages pages;
    @Inject
    PriceChanges changes;
    @Inject
    AuditedPrices prices;
    @Inject
    Figures figures;
    @Inject
    Htmx htmx;

    @GET
    public TemplateInstance versions(@QueryParam("model") @DefaultValue("") String model,
            @QueryParam("resolution") @DefaultValue("") String resolution,
            @QueryParam("variant") @DefaultValue(PriceKey.STANDARD) String variant) {
        return pages.fresh(row(new PriceKey(model, resolution, variant)));
    }

    @POST
    @Path("preview")
    public Response preview(@BeanParam PriceForm form) {
        PriceRow row = row(form.key());
        if (form.isEdit()) {
            return Response.ok(pages.typed(row, form, Optional.empty())).build();
        }
        try {
            Proposal proposal = form.proposal(figures.zone());
            changes.check(proposal);
            return Response.ok(pages.preview(row, form, proposal)).build();
        } catch (PriceRefusedException e) {
            return refused(pages.typed(row, form, Optional.of(e)));
        }
    }

    @POST
    public Response store(@BeanParam PriceForm form) {
        PriceRow row = row(form.key());
        try {
            prices.store(form.proposal(figures.zone()));
            return htmx.seeOther(row.path());
        } catch (PriceRefusedException e) {
            return refused(pages.typed(row, form, Optional.of(e)));
        }
    }

    @POST
    @Path("withdrawal")
    public Response withdraw(@BeanParam PriceForm form, @RestForm int number) {
        PriceRow row = row(form.key());
        try {
            prices.withdraw(row.key(), number, form.reason());
            return htmx.seeOther(row.path());
        } catch (PriceRefusedException e) {
            return refused(pages.notWithdrawn(row, form.reason(), e));
        }
    }

    private PriceRow row(PriceKey key) {
        return table.row(key).orElseThrow(NotFoundException::new);
    }

    private static Response refused(TemplateInstance page) {
        return Response.status(UNPROCESSABLE).entity(page).build();
    }
}
