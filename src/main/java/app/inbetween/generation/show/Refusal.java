package app.inbetween.generation.show;

import app.inbetween.generation.ShownPrice;

/**
 * Why the same was not asked for again.
 *
 * @param problem as a sentence, and {@code advice} what to do about it; empty when nothing was refused
 * @param href where something can be done about it, and {@code way} what that is called; may be empty
 * @param shown the price on the button so far
 */
public record Refusal(String problem, String advice, boolean confirming, String href, String way, ShownPrice shown) {

    static final Refusal NONE = new Refusal("", "", false, "", "", ShownPrice.NONE);

    static Refusal of(String problem, String advice, ShownPrice shown) {
        return new Refusal(problem, advice, false, "", "", shown);
    }

    static Refusal confirm(String question, ShownPrice shown) {
        return new Refusal(question, "Press Retry again if that is all right.", true, "", "", shown);
    }

    static Refusal at(String href, String way, String problem, String advice, ShownPrice shown) {
        return new Refusal(problem, advice, false, href, way, shown);
    }
}
