package app.inbetween.provider;

/**
 * Why there is no film.
 *
 * @param detail the provider's own words, for the operator; never shown to a person whose fault it is not
 */
public record Failure(Reason reason, Billing billing, String detail) {

    /** The closed list every provider's errors are mapped to. */
    public enum Reason {
        INPUT_INVALID("The provider refused the settings.", "Change the settings and try again."),
        INPUT_MEDIA_UNREADABLE("The provider could not read the frames.", "Upload the frames again, as PNG if you can."),
        CONTENT_POLICY("The provider's content check refused this pair or prompt.",
                "Change the frames or the prompt before you try again."),
        PROVIDER_AUTH("The provider is not set up correctly.",
                "An administrator has to look at it. Choose another model meanwhile."),
        PROVIDER_BALANCE("The provider does not accept jobs at the moment.",
                "An administrator has to look at it. Choose another model meanwhile."),
        RATE_LIMITED("The provider had no room for this clip.", "Try again in a few minutes."),
        CONCURRENCY_LIMIT("The provider had no room for this clip.", "Try again in a few minutes."),
        PROVIDER_TRANSIENT("The provider had trouble and gave up.", "Try again, the same settings may well work."),
        PROVIDER_FAILED("The provider could not draw this clip.", "Try again, or choose another model."),
        TIMEOUT("The clip took far too long and was given up.", "Try again, or choose another model."),
        RESULT_EXPIRED("The clip was drawn, but was gone before it could be saved.", "Try again."),
        OUTCOME_UNKNOWN("It never became known how this ended.", "Try again, or choose another model."),
        CANCELLED("The provider stopped this clip.", "Try again, or choose another model."),
        LOST("The provider lost this clip.", "Try again, or choose another model."),
        GIVEN_UP("The studio gave this clip up.", "Try again, or choose another model.");

        private final String words;
        private final String advice;

        Reason(String words, String advice) {
            this.words = words;
            this.advice = advice;
        }

        public String words() {
            return words;
        }

        public String advice() {
            return advice;
        }

        /** As it stands after a colon in the statement. */
        public String inStatement() {
            return Character.toLowerCase(words.charAt(0)) + words.substring(1, words.length() - 1);
        }
    }
}
