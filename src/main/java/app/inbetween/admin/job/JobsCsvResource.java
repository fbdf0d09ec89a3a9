package app.inbetween.admin.job;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import app.inbetween.admin.ForAdmins;
import app.inbetween.admin.job.Job.Kin;
import app.inbetween.price.Credits;
import app.inbetween.price.Money;
import app.inbetween.web.Csv;

/** The list of jobs for a spreadsheet. */
@Path("/admin/jobs.csv")
@ForAdmins
public class JobsCsvResource {

    private static final String[] HEAD = { "Asked", "Clip", "Title", "Person", "Person id", "Model", "Resolution",
            "Length (s)", "State", "Waited (s)", "Took (s)", "Held", "Charged", "Provider cost ($)", "Failure", "Detail",
            "Stands in for" };

    @Inject
    Jobs jobs;

    @GET
    public Response csv(@BeanParam JobFilter filter) {
        return Csv.download("jobs.csv", HEAD, csv -> jobs.each(filter, row -> write(csv, Job.read(row))));
    }

    private static void write(Csv csv, Job job) {
        csv.line(job.asked(), job.id(), job.title(), job.person(), job.owner(), job.model(), job.resolution(),
                seconds(Optional.of(job.length())), job.stateWords(), seconds(job.waited()), seconds(job.took()),
                job.held().decimal(), job.charged().map(Credits::decimal).orElse(null),
                job.cost().map(Money::amount).orElse(null), job.failureWords(), job.detail(),
                job.failed().map(Kin::id).orElse(null));
    }

    private static BigDecimal seconds(Optional<Duration> duration) {
        return duration.map(it -> BigDecimal.valueOf(it.toMillis(), 3).stripTrailingZeros()).orElse(null);
    }
}
