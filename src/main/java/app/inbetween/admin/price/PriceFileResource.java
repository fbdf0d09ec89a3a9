package app.inbetween.admin.price;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import app.inbetween.admin.ForAdmins;
import app.inbetween.price.Price;
import app.inbetween.price.PriceHistory;
import app.inbetween.price.PriceVersion;
import app.inbetween.price.PriceVersion.Withdrawal;
import app.inbetween.price.ProviderRate;
import app.inbetween.web.Csv;

/** The whole price book with its past, for a spreadsheet. */
@Path("/admin/prices.csv")
@ForAdmins
public class PriceFileResource {

    private static final String[] HEAD = { "Model", "Resolution", "Variant", "Version", "State", "Credits per second", "Tiers",
            "Rounding", "Provider asks per second", "Currency", "Provider's tiers", "From", "Until", "Set by", "Reason",
            "Withdrawn by", "Withdrawn because" };

    @Inject
    PriceHistory history;
    @Inject
    PriceTable table;
    @Inject
    Figures figures;
    @Inject
    Clock clock;

    @GET
    public Response file(@QueryParam("provider") @DefaultValue("") String provider,
            @QueryParam("search") @DefaultValue("") String search) {
        return Csv.download("prices.csv", HEAD, csv -> history.all().stream().filter(version -> table
                .matches(version.price().key().model(), provider, search)).forEach(version -> csv.line(fields(version))));
    }

    private Object[] fields(PriceVersion version) {
        Price price = version.price();
        Optional<ProviderRate> cost = price.cost();
        Optional<BigDecimal> perSecond = cost.map(rate -> rate.perSecond().amount().stripTrailingZeros());
        return new Object[] { price.key().model(), price.key().resolution(), price.key().variant(), price.version(),
                version.stateAt(clock.instant()), price.perSecond().decimal(), figures.tiers(price.rate()),
                price.rate().rounding().words(), perSecond.orElse(null),
                cost.map(rate -> rate.perSecond().currency()).orElse(null), cost.map(figures::tiers).orElse(""),
                price.validFrom(), version.until().orElse(null), version.setBy().orElse(null), version.note(),
                version.withdrawal().map(Withdrawal::by).orElse(null),
                version.withdrawal().map(Withdrawal::reason).orElse(null) };
    }
}
