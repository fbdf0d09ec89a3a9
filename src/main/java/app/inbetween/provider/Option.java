package app.inbetween.provider;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Something of its own a model lets people choose, such as the number of steps. Values travel as text. */
public sealed interface Option {

    /** Lower case, unique within the model; also the name of the form's field. */
    String name();

    /** What a person reads. */
    String label();

    /** A sentence on what it does; may be empty. */
    String hint();

    /** What it is when nobody chooses. */
    String standard();

    /** The value in its one canonical form; empty where the model does not take it. */
    Optional<String> accept(String text);

    /** What it takes, for whoever typed something else, such as {@code 1 to 40}. */
    String range();

    /**
     * On or off; {@code true} or {@code false}.
     *
     * @param variant what it is priced by when it is on, such as {@code fast}; empty where it costs nothing
     */
    record Toggle(String name, String label, String hint, boolean on, Optional<String> variant) implements Option {

        @Override
        public String standard() {
            return Boolean.toString(on);
        }

        @Override
        public Optional<String> accept(String text) {
            return Optional.of(text).filter(it -> it.equals("true") || it.equals("false"));
        }

        @Override
        public String range() {
            return "on or off";
        }
    }

    /** One of several words. */
    record Choice(String name, String label, String hint, List<String> values, String standard) implements Option {

        @Override
        public Optional<String> accept(String text) {
            return Optional.of(text).filter(values::contains);
        }

        @Override
        public String range() {
            return String.join(", ", values);
        }
    }

    /**
     * A number, both ends included.
     *
     * @param whole whether fractions are refused
     */
    record Number(String name, String label, String hint, BigDecimal least, BigDecimal most, BigDecimal usual, boolean whole)
            implements
                Option {

        private static final int FINEST = 12;

        @Override
        public String standard() {
            return canonical(usual);
        }

        @Override
        public Optional<String> accept(String text) {
            try {
                BigDecimal value = new BigDecimal(text.strip());
                // A tiny number such as 1e-999999999 is short to type and takes a gigabyte to write out.
                boolean fits = Math.abs(value.scale()) <= FINEST && value.compareTo(least) >= 0 && value.compareTo(most) <= 0
                        && (!whole || value.stripTrailingZeros().scale() <= 0);
                return fits ? Optional.of(canonical(value)) : Optional.empty();
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }

        @Override
        public String range() {
            return canonical(least) + " to " + canonical(most);
        }

        private static String canonical(BigDecimal value) {
            return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        }
    }
}
