package app.inbetween.generation;

import app.inbetween.price.Credits;

/** Credits as a person says them. */
public final class Amounts {

    private Amounts() {
    }

    /** Such as {@code 5 credits} or {@code 1 credit}. */
    public static String credits(Credits amount) {
        return amount + (amount.equals(Credits.of(1)) ? " credit" : " credits");
    }

    /** What something costs, such as {@code 5 credits} or {@code free}. */
    public static String price(Credits amount) {
        return amount.equals(Credits.ZERO) ? "free" : credits(amount);
    }

    /** What a button does and what that costs, such as {@code Retry, 5 credits}. */
    public static String button(String verb, Credits price) {
        return verb + ", " + price(price);
    }
}
