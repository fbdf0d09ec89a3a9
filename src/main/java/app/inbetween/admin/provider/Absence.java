package app.inbetween.admin.provider;

/**
 * What in the environment keeps a provider from being there.
 *
 * @param setting the variable that is missing; or the one that switches it off, with its value
 */
public record Absence(String setting, boolean switchedOff) {

    /** For one that has clips all the same. */
    public String sentence() {
        return switchedOff ? "It is switched off where the keys are set, and clips were sent to it."
                : "It is not set up any more, and clips were sent to it.";
    }

    /** What to do comes around the setting. */
    public String before() {
        return switchedOff ? "Switched off by" : "Set";
    }

    public String after() {
        return switchedOff ? ". Take that out and start Inbetween again." : " and start Inbetween again.";
    }
}
