package app.inbetween.price;

import java.util.List;

/**
 * Prices from elsewhere than the list that ships. They come first, and like those of the list only where nobody has set any.
 */
public interface PriceSource {

    List<ListedPrice> prices();

    /** Where they come from, as an administrator reads it. */
    String note();
}
