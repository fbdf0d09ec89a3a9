package app.inbetween.admin.dashboard;

import java.math.BigDecimal;

/**
 * What a video of five seconds costs with a model, at its resolutions.
 *
 * @param credits such as {@code 2.5 to 10}
 * @param cost what the provider bills us, such as {@code $0.20 to $0.40}; empty where nobody does
 * @param margin the smallest one; empty where nobody bills us
 * @param tone of the margin, empty where it is as it should be
 */
public record PriceLine(String name, String provider, String credits, String cost, String margin, String tone) {

    private static final BigDecimal THIN = BigDecimal.TEN;

    public String costWords() {
        return cost.isEmpty() ? "nothing" : cost;
    }

    public String marginWords() {
        return margin.isEmpty() ? "–" : margin;
    }

    static String toneOf(BigDecimal margin) {
        if (margin.signum() < 0) {
            return "bad";
        }
        return margin.compareTo(THIN) < 0 ? "warn" : "";
    }
}
