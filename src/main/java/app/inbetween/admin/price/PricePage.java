package app.inbetween.admin.price;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import app.inbetween.price.Money;
import app.inbetween.price.PriceRefusedException;
import app.inbetween.price.PriceRefusedException.About;
import app.inbetween.price.PriceVersion;
import app.inbetween.price.Rounding;
import io.quarkus.qute.RawString;

/**
 * One price: what it was, is and may become.
 *
 * @param name of the model
 * @param versions the latest first
 * @param form for the next version, as it was typed
 * @param refusal why what was typed is not taken
 * @param withdrawing whether that is about calling off the planned version, for the reason that was typed
 */
record PricePage(PriceRow row, String name, List<PriceVersion> versions, Instant now, PriceForm form,
        Optional<PriceRefusedException> refusal, Optional<String> withdrawing, Figures figures) {

    /** What is wrong with a field of the form; empty where nothing is. */
    public String error(String field) {
        return withdrawing.isPresent() ? ""
                : refusal.filter(it -> it.about() == About.valueOf(field)).map(Throwable::getMessage).orElse("");
    }

    /** Of the control it is about, beside its other attributes. */
    public RawString invalid(String field) {
        return new RawString(error(field).isEmpty() ? "" : " aria-invalid=\"true\"");
    }

    public String withdrawalError() {
        return withdrawing.isEmpty() ? "" : refusal.map(Throwable::getMessage).orElse("");
    }

    /** Whether what looks like a slip can be confirmed. */
    public boolean isDoubtful() {
        return form.isMeant() || refusal.map(PriceRefusedException::isDoubtful).orElse(false);
    }

    /** When a version ends or ended; a dash where nothing ends it. */
    public String until(PriceVersion version) {
        return version.until().map(figures::moment).orElse("–");
    }

    public String setBy(PriceVersion version) {
        return version.setBy().orElse("Inbetween");
    }

    public String withdrawalReason() {
        return withdrawing.orElse("");
    }

    /** Of a version's badge. */
    public String tone(PriceVersion version) {
        if (version.isInForceAt(now)) {
            return "good";
        }
        return version.isPlannedAt(now) ? "accent" : "plain";
    }

    public String startHint() {
        return "Day and time in " + figures.zone() + ". Quotes given before keep their price until they expire.";
    }

    public List<String> currencies() {
        return List.of(Money.DOLLARS, "CNY");
    }

    public Rounding[] roundings() {
        return Rounding.values();
    }
}
