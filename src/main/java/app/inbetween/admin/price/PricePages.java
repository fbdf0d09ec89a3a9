package app.inbetween.admin.price;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.price.Exchange;
import app.inbetween.price.Margin;
import app.inbetween.price.PriceHistory;
import app.inbetween.price.PriceRefusedException;
import app.inbetween.price.PriceVersion;
import app.inbetween.price.Proposal;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Draws the pages about one price. */
@ApplicationScoped
class PricePages {

    @CheckedTemplate(basePath = "admin")
    static class Templates {

        static native TemplateInstance pricesOne(PricePage page);

        static native TemplateInstance pricesPreview(PreviewPage page);
    }

    @Inject
    PriceTable table;
    @Inject
    PriceHistory history;
    @Inject
    LastMonth lastMonth;
    @Inject
    Exchange exchange;
    @Inject
    Figures figures;
    @Inject
    Clock clock;

    TemplateInstance fresh(PriceRow row) {
        return typed(row, form(row), Optional.empty());
    }

    TemplateInstance typed(PriceRow row, PriceForm form, Optional<PriceRefusedException> refusal) {
        return Templates.pricesOne(page(row, form, refusal, Optional.empty()));
    }

    TemplateInstance notWithdrawn(PriceRow row, String reason, PriceRefusedException refusal) {
        return Templates.pricesOne(page(row, form(row), Optional.of(refusal), Optional.of(reason)));
    }

    TemplateInstance preview(PriceRow row, PriceForm form, Proposal proposal) {
        Optional<Margin> margin = proposal.cost().map(cost -> exchange.margin(proposal.rate(), cost));
        return Templates.pricesPreview(new PreviewPage(row, table.nameOf(row.key().model()), proposal, form, margin,
                lastMonth.at(proposal), figures));
    }

    private PriceForm form(PriceRow row) {
        return PriceForm.of(row.key(), row.now().map(PriceVersion::price), clock.instant().atZone(figures.zone()));
    }

    private PricePage page(PriceRow row, PriceForm form, Optional<PriceRefusedException> refusal, Optional<String> reason) {
        return new PricePage(row, table.nameOf(row.key().model()), history.of(row.key()), clock.instant(), form, refusal,
                reason, figures);
    }
}
