package app.inbetween.generation.show;

import app.inbetween.generation.Amounts;
import app.inbetween.price.Credits;

/** Amounts as a person says them. */
final class Words {

    private Words() {
    }

    /** Such as "5 credits were" or "1 credit was". */
    static String creditsWere(Credits amount) {
        return Amounts.credits(amount) + (amount.equals(Credits.of(1)) ? " was" : " were");
    }
}
