package app.inbetween.admin.provider;

import java.util.List;

/**
 * How the providers are doing.
 *
 * @param cards of those that are set up, or have something to do
 * @param absent those that are not
 * @param done what has just been done, as a sentence; empty if nothing was
 */
record ProviderPage(List<ProviderCard> cards, List<ProviderCard> absent, String done) {

    public String lead() {
        long ready = cards.stream().filter(card -> card.standing() == Standing.READY).count();
        return ready + " of " + (cards.size() + absent.size()) + " can be used now.";
    }
}
