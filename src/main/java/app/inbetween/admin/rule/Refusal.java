package app.inbetween.admin.rule;

/**
 * A small form that was not accepted.
 *
 * @param where which one: the id of a rule, or the name of a provider
 * @param why as a sentence; empty where nothing was refused
 * @param reason as it was typed
 * @param limit as it was typed
 */
record Refusal(String where, String why, String reason, String limit) {

    static final Refusal NONE = new Refusal("", "", "", "");

    /** This, where it is about that one, and otherwise nothing. */
    Refusal at(String place) {
        return where.equals(place) ? this : NONE;
    }
}
