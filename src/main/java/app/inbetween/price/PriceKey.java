package app.inbetween.price;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What has a price of its own.
 *
 * @param model id as in the catalogue, provider first
 * @param resolution such as {@code 720p}
 * @param variant {@code standard}, or a mode a model has besides, such as {@code fast} or {@code audio}
 */
public record PriceKey(String model, String resolution, String variant) implements Comparable<PriceKey> {

    public static final String STANDARD = "standard";

    public static PriceKey of(String model, String resolution) {
        return new PriceKey(model, resolution, STANDARD);
    }

    public static PriceKey read(ResultSet row) throws SQLException {
        return new PriceKey(row.getString("model"), row.getString("resolution"), row.getString("variant"));
    }

    public String provider() {
        return model.substring(0, model.indexOf('/'));
    }

    public boolean isStandard() {
        return variant.equals(STANDARD);
    }

    /** Such as {@code 720p} or {@code 720p, fast}. */
    public String format() {
        return isStandard() ? resolution : resolution + ", " + variant;
    }

    @Override
    public int compareTo(PriceKey other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return model + " at " + format();
    }
}
