package app.inbetween.admin.provider;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import app.inbetween.admin.form.TypedForm;
import app.inbetween.generation.pace.ProviderHealth.Health;
import app.inbetween.generation.pace.ProviderHealth.LastError;
import app.inbetween.price.Money;

/**
 * How one provider is doing.
 *
 * @param health as its breaker has it
 * @param absence why it is not there, if it is not
 * @param sentence why it stands as it does; empty while all is well
 * @param open whether its models are shown
 * @param form to switch it off or on, as typed where it was refused
 */
public record ProviderCard(String name, String label, Absence absence, Standing standing, String sentence, Affairs.Work work,
        Spent spent, Optional<LastCheckup> checkup, Optional<Off> off, Health health, Mishaps mishaps, List<ModelLine> models,
        boolean open, TypedForm form) {

    /**
     * What went wrong lately, and what has not ended.
     *
     * @param error its last one that says nothing of a single clip
     */
    public record Mishaps(Optional<LastError> error, List<Affairs.Stuck> stuck, List<Affairs.Failed> failures) {

        public boolean isAny() {
            return error.isPresent() || !stuck.isEmpty() || !failures.isEmpty();
        }
    }

    /** Who switched it off, since when, and why. */
    public record Off(Instant since, String by, String reason) {
    }

    /**
     * What it costs.
     *
     * @param limit what it may cost in a day; empty where it may cost anything
     */
    public record Spent(Money today, Optional<Money> limit) {

        /** Where there is something to measure against. */
        public boolean isMeasured() {
            return limit.filter(most -> most.micros() > 0).isPresent();
        }

        public long most() {
            return limit.map(Money::micros).orElse(0L);
        }

        public long nearly() {
            return most() * 3 / 4;
        }

        public long almost() {
            return most() - 1;
        }

        public String words() {
            return limit.map(most -> "of " + most + " a day").orElse("no limit");
        }
    }

    public boolean isConfigured() {
        return standing != Standing.ABSENT;
    }

    /** Such as {@code 12 offered, 2 hidden}. */
    public String modelWords() {
        long offered = models.stream().filter(ModelLine::isOffered).count();
        long hidden = models.stream().filter(ModelLine::hidden).count();
        return offered + " offered" + (hidden == 0 ? "" : ", " + hidden + " hidden");
    }
}
