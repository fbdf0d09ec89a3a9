package app.inbetween.provider;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

/**
 * What a provider asks for a video, in its own money.
 *
 * @param model id of one of its models
 * @param resolution one the model offers
 * @param variant as {@link VideoModel#variant} tells it
 * @param perSecond more than 0, up to six decimals
 * @param tiers totals by length: a video up to that length costs that much; longer ones by the second
 * @param currency ISO 4217 code
 */
public record AskedPrice(String model, String resolution, String variant, BigDecimal perSecond,
        Map<Duration, BigDecimal> tiers, String currency) {

    public AskedPrice(String model, String resolution, String variant, BigDecimal perSecond, String currency) {
        this(model, resolution, variant, perSecond, Map.of(), currency);
    }
}
