package app.inbetween.price;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.database.Sql;

/** Every price there ever was, and those that are planned. */
@ApplicationScoped
public class PriceHistory {

    @Inject
    Sql sql;

    /** The latest first, withdrawn ones too. */
    public List<PriceVersion> of(PriceKey key) {
        return sql.all(PriceVersion.ALL + "WHERE p.model = ? AND p.resolution = ? AND p.variant = ? ORDER BY p.version DESC",
                PriceVersion::read, key.model(), key.resolution(), key.variant());
    }

    /** The whole book: key after key, each with the latest first. */
    public List<PriceVersion> all() {
        return sql.all(
                PriceVersion.ALL
                        + """
                                ORDER BY p.model, right(p.resolution, 1) = 'k', length(p.resolution), p.resolution, p.variant DESC, p.version DESC
                                """,
                PriceVersion::read);
    }
}
