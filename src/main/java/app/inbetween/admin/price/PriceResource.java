package app.inbetween.admin.price;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import app.inbetween.admin.ForAdmins;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The price book. */
@Path("/admin/prices")
@ForAdmins
public class PriceResource {

    @CheckedTemplate(basePath = "admin")
    static class Templates {

        static native TemplateInstance prices(List<PriceTable.Group> groups, List<String> providers, String provider,
                String search, boolean filtered, String query);
    }

    @Inject
    PriceTable table;

    @GET
    public TemplateInstance prices(@QueryParam("provider") @DefaultValue("") String provider,
            @QueryParam("search") @DefaultValue("") String search) {
        List<PriceTable.Group> groups = table.groups();
        List<String> providers = groups.stream().map(PriceTable.Group::provider).distinct().sorted().toList();
        return Templates.prices(groups.stream().filter(group -> table.matches(group.model(), provider, search)).toList(),
                providers, provider, search, !provider.isEmpty() || !search.isEmpty(),
                "provider=" + encode(provider) + "&search=" + encode(search));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
