package app.inbetween.admin.provider;

import java.util.List;
import java.util.UUID;

/**
 * A model of a provider's, as administrators see it.
 *
 * @param unpriced resolutions nobody can ask for, because they have no price
 * @param life since when or until when it can be had, and what replaces it; empty where nobody knows of an end
 * @param ended whether that day has come
 */
public record ModelLine(String id, String name, boolean hidden, List<String> unpriced, String life, boolean ended) {

    public String prices() {
        return unpriced.isEmpty() ? "Priced" : "No price at " + String.join(", ", unpriced);
    }

    /** For its form: sent twice, it is done once. */
    public UUID key() {
        return UUID.randomUUID();
    }

    public boolean isOffered() {
        return !hidden && !ended;
    }
}
