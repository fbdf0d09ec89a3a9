package app.inbetween.provider.kolbo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import app.inbetween.media.Dimensions;
import app.inbetween.provider.AskedPrice;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoModel.Format;
import app.inbetween.provider.VideoRequest;

/**
 * A model as Kolbo lists it.
 *
 * @param identifier Kolbo's own
 * @param ratios what Kolbo calls the shape of each size
 * @param namesResolution whether it can be told a resolution
 * @param credits of Kolbo's, for each second, by resolution
 * @param soundFactor what sound multiplies them by; 1 where it is not to be had, or costs nothing
 */
record KolboModel(VideoModel model, String identifier, Map<Dimensions, String> ratios, boolean namesResolution,
        Map<String, BigDecimal> credits, BigDecimal soundFactor) {

    /** As other providers' models call it, so that the wish for it goes along to theirs. */
    static final String SOUND = "audio";
    static final String SOUND_VARIANT = "audio";
    static final String EXPANSION = "expansion";

    /** Lower-case letters, digits, dots and dashes stay; anything else, as the slash, becomes {@code _2f}. */
    static String idOf(String identifier) {
        StringBuilder id = new StringBuilder("kolbo/");
        for (byte one : identifier.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = one >= 'a' && one <= 'z' || one >= '0' && one <= '9' || one == '-' || one == '.';
            id.append(plain ? Character.toString(one) : String.format("_%02x", one & 0xff));
        }
        return id.toString();
    }

    boolean hasSound() {
        return soundFactor.compareTo(BigDecimal.ONE) != 0;
    }

    /** Whether it is still as the clip was asked for: a clip may wait for longer than the list stays the same. */
    boolean makes(VideoRequest request) {
        boolean silent = !request.options().getOrDefault(SOUND, "false").equals("true");
        return model.durations().contains(request.duration())
                && model.formats().contains(new Format(request.resolution(), request.size())) && (silent || hasSound());
    }

    /** What it costs where one of its credits costs that much, rounded up to a millionth. */
    List<AskedPrice> prices(BigDecimal dollarsPerCredit) {
        List<AskedPrice> prices = new ArrayList<>();
        credits.forEach((resolution, perSecond) -> {
            price(resolution, VideoModel.STANDARD, perSecond.multiply(dollarsPerCredit)).ifPresent(prices::add);
            if (hasSound()) {
                price(resolution, SOUND_VARIANT, perSecond.multiply(soundFactor).multiply(dollarsPerCredit))
                        .ifPresent(prices::add);
            }
        });
        return prices;
    }

    private Optional<AskedPrice> price(String resolution, String variant, BigDecimal dollars) {
        BigDecimal asked = dollars.setScale(6, RoundingMode.CEILING);
        return Optional.of(new AskedPrice(model.id(), resolution, variant, asked, "USD")).filter(it -> asked.signum() > 0);
    }
}
