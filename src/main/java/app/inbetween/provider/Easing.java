package app.inbetween.provider;

/** How motion is paced between the two frames. */
public enum Easing {
    LINEAR("Steady"),
    EASE_IN_OUT("Ease in and out");

    private final String label;

    Easing(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
