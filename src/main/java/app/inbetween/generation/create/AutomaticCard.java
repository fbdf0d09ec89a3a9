package app.inbetween.generation.create;

import java.util.Optional;

/**
 * The card on top of the models that has one chosen.
 *
 * @param chosen whether the person leaves it to the studio
 * @param pick what would be chosen; empty when nothing can be had
 */
public record AutomaticCard(boolean chosen, Optional<Pick> pick) {

    /** Id of the model that would be chosen; empty when nothing can be had. */
    public String model() {
        return pick.map(Pick::model).orElse("");
    }

    /**
     * @param model its id, which the form sends back, so that what is asked for is what was shown
     * @param name such as {@code Wan 2.1 by WaveSpeed}
     * @param because what speaks for it, such as {@code fits both frames without a crop, 12 credits}
     */
    public record Pick(String model, String name, String because) {
    }
}
