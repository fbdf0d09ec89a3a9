package app.inbetween.provider;

import java.util.List;

/** Knows what some models cost that the price list does not know. Every bean of this kind is asked once, at the start. */
public interface CatalogPrices {

    List<CatalogPrice> prices();
}
