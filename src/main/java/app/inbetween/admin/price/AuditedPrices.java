package app.inbetween.admin.price;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import app.inbetween.account.CurrentUser;
import app.inbetween.admin.audit.Audit;
import app.inbetween.price.Price;
import app.inbetween.price.PriceChanges;
import app.inbetween.price.PriceKey;
import app.inbetween.price.PriceVersion;
import app.inbetween.price.Proposal;

/** Changes prices in the name of the administrator behind the request, and notes it in the same transaction. */
@ApplicationScoped
class AuditedPrices {

    @Inject
    PriceChanges changes;
    @Inject
    PriceTable table;
    @Inject
    Figures figures;
    @Inject
    Audit audit;
    @Inject
    CurrentUser currentUser;

    @Transactional
    void store(Proposal proposal) {
        String before = table.row(proposal.key()).flatMap(PriceRow::now).map(PriceVersion::price).map(this::words)
                .orElse("no price");
        changes.store(proposal, currentUser.id()).ifPresent(price -> audit.record("Set a price", Optional.empty(),
                price.key().toString(), before, words(price) + ", from " + figures.moment(price.validFrom()),
                proposal.reason()));
    }

    @Transactional
    void withdraw(PriceKey key, int number, String reason) {
        Price withdrawn = changes.withdraw(key, number, reason, currentUser.id()).price();
        audit.record("Withdrew a planned price", Optional.empty(), key.toString(),
                words(withdrawn) + ", from " + figures.moment(withdrawn.validFrom()), "", reason);
    }

    /** Such as {@code version 2: 7 per second, costs us $0.07 per second}. */
    private String words(Price price) {
        return "version " + price.version() + ": " + figures.rate(price.rate()) + ", rounded up "
                + price.rate().rounding().words() + ", costs us " + figures.cost(price.cost());
    }
}
