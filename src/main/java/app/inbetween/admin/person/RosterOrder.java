package app.inbetween.admin.person;

import java.util.Arrays;
import java.util.Locale;

/** In which order people are listed, and how a page begins after a row of the one before. */
enum RosterOrder {

    NAME("lower(u.name)", "ASC", ">"),
    FREE("coalesce(a.available, 0)", "DESC", "<"),
    SPENT("coalesce(s.spent, 0)", "DESC", "<");

    final String key;
    private final String direction;
    private final String beyond;

    RosterOrder(String key, String direction, String beyond) {
        this.key = key;
        this.direction = direction;
        this.beyond = beyond;
    }

    static RosterOrder of(String text) {
        return Arrays.stream(values()).filter(order -> order.name().equals(text.toUpperCase(Locale.ROOT))).findFirst()
                .orElse(NAME);
    }

    /** Takes the key of a row, as text, and its id. */
    String isAfter() {
        String value = this == NAME ? "?" : "cast(? AS bigint)";
        return "(" + key + ", u.id) " + beyond + " (" + value + ", ?)";
    }

    String inOrder() {
        return key + " " + direction + ", u.id " + direction;
    }
}
