package app.inbetween.provider;

import java.util.List;

/** Knows what some models cost that the price list does not know. */
public interface PriceTeller {

    /** What was learnt last; empty while nothing is known. */
    List<AskedPrice> prices();

    /** Whether it learns them from elsewhere, and so is asked again and again; otherwise they are known at the start. */
    boolean isLearning();
}
