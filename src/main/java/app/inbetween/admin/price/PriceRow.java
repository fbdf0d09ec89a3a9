package app.inbetween.admin.price;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import app.inbetween.price.Margin;
import app.inbetween.price.PriceKey;
import app.inbetween.price.PriceVersion;

/**
 * A line of the price book.
 *
 * @param now the version in force, empty where there is no price
 * @param planned the version that has not begun
 * @param margin empty where nobody bills us, or there is no price
 */
record PriceRow(PriceKey key, boolean offered, Optional<PriceVersion> now, Optional<PriceVersion> planned,
        Optional<Margin> margin) {

    public String path() {
        return pathOf(key);
    }

    /** Of the page about one price. */
    static String pathOf(PriceKey key) {
        return "/admin/prices/versions?model=" + encode(key.model()) + "&resolution=" + encode(key.resolution()) + "&variant="
                + encode(key.variant());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
