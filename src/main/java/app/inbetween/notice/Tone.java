package app.inbetween.notice;

import java.util.Locale;

/** How a notice is meant. */
public enum Tone {
    TIP,
    GOOD,
    WARN,
    BAD;

    public String icon() {
        return this == TIP ? "info" : style();
    }

    /** As style sheets know it. */
    public String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
