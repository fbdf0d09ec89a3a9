package app.inbetween.admin.dashboard;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import app.inbetween.admin.ForAdmins;
import app.inbetween.web.Csv;

/** The numbers of the chart, for a spreadsheet. */
@Path("/admin/dashboard.csv")
@ForAdmins
public class DashboardFileResource {

    private static final String[] HEAD = { "Day", "Model", "Clips", "Charged", "Given back", "Net", "Cost in dollars" };

    @Inject
    Dashboards dashboards;

    @GET
    public Response download(@QueryParam("days") @DefaultValue("") String wanted) {
        int days = Dashboards.length(wanted);
        SpendDays spending = dashboards.last(days);
        return Csv.download("spend-" + days + "-days.csv", HEAD, csv -> spending.parts().forEach(part -> csv.line(part.day(),
                part.model(), part.tally().clips(), part.tally().charged().decimal(), part.tally().givenBack().decimal(),
                part.tally().net().decimal(), part.tally().cost().amount())));
    }
}
