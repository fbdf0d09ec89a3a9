package app.inbetween.admin.form;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import app.inbetween.price.Credits;

/**
 * What was typed into a form, by the names of its fields, and what is wrong with it. Nothing of it is trusted; all of it can be
 * shown again. The readers answer something harmless where a field is wrong, and {@link #require} refuses then.
 */
public class TypedForm {

    public static final int SHORTEST_REASON = 8;
    public static final int LONGEST_REASON = 500;

    private static final Credits MOST = Credits.of(1_000_000);
    private static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);
    private static final String FIGURE = "[\\d\\s\u202f\u00a0,.]+";

    private final Map<String, String> values;
    private final Map<String, String> errors = new LinkedHashMap<>();

    /** @param values null where a field was not sent */
    public TypedForm(Map<String, String> values) {
        this.values = new LinkedHashMap<>();
        // The database stores no such character.
        values.forEach((name, value) -> this.values.put(name, value == null ? null : value.replace("\0", "")));
        this.values.computeIfAbsent("key", key -> UUID.randomUUID().toString());
    }

    public static TypedForm blank() {
        return new TypedForm(new LinkedHashMap<>());
    }

    /** Filled in by us. */
    public TypedForm with(String name, String value) {
        values.put(name, value);
        return this;
    }

    public String value(String name) {
        return Optional.ofNullable(values.get(name)).orElse("");
    }

    public boolean is(String name, String value) {
        return value(name).equals(value);
    }

    /** What is wrong with a field; empty if nothing is. */
    public String error(String name) {
        return errors.getOrDefault(name, "");
    }

    public boolean isRefused() {
        return !errors.isEmpty();
    }

    /** The form as it was made, not sent: it may be sent twice. */
    public UUID key() {
        return uuid("key").orElseGet(() -> {
            refuse("key", "This form was not ours. Check what it says and send it again.");
            renewKey();
            return UUID.fromString(value("key"));
        });
    }

    public void renewKey() {
        values.put("key", UUID.randomUUID().toString());
    }

    public Optional<UUID> uuid(String name) {
        try {
            return Optional.of(UUID.fromString(value(name)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Above zero. */
    public Credits amount(String name) {
        Optional<Credits> amount = figure(name);
        if (amount.isEmpty() || !amount.get().isPositive()) {
            return refuse(name, "Type an amount above zero, such as 200 or 12.5.");
        }
        return amount.get().isMoreThan(MOST) ? refuse(name, "At most " + MOST + " credits can be moved at once.")
                : amount.get();
    }

    /** The amount if it is one, and no complaint otherwise. */
    public Optional<Credits> figure(String name) {
        return Optional.of(value(name)).filter(text -> text.matches(FIGURE)).flatMap(Credits::parse);
    }

    /** A limit; empty where nothing was typed. */
    public Optional<Credits> cap(String name) {
        Optional<Credits> cap = figure(name);
        if (cap.isEmpty() && !value(name).isBlank()) {
            refuse(name, "Type an amount such as 200, or nothing.");
        }
        return cap;
    }

    public OptionalInt number(String name, int most) {
        if (value(name).isBlank()) {
            return OptionalInt.empty();
        }
        int number = value(name).strip().matches("\\d{1,4}") ? Integer.parseInt(value(name).strip()) : 0;
        if (number < 1 || number > most) {
            refuse(name, "Type a whole number from 1 to " + most + ", or nothing.");
        }
        return OptionalInt.of(number);
    }

    public String reason() {
        String reason = value("reason").strip();
        if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            refuse("reason",
                    "Give a reason of " + SHORTEST_REASON + " to " + LONGEST_REASON + " characters. It is kept for ever.");
        }
        return reason;
    }

    /** A day from today on; empty where nothing was typed. */
    public Optional<LocalDate> day(String name, LocalDate today) {
        if (value(name).isBlank()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(value(name).strip());
            if (day.isBefore(today) || day.isAfter(LAST_DAY)) {
                refuse(name, "Choose a day from today on, or none.");
            }
            return Optional.of(day);
        } catch (DateTimeParseException e) {
            refuse(name, "Type the day as " + today + ", or nothing.");
            return Optional.empty();
        }
    }

    /** @return nothing */
    public Credits refuse(String name, String sentence) {
        errors.putIfAbsent(name, sentence);
        return Credits.ZERO;
    }

    /** @throws RefusedException if something was wrong */
    public void require() {
        if (isRefused()) {
            Map.Entry<String, String> first = List.copyOf(errors.entrySet()).get(0);
            throw new RefusedException(first.getKey(), first.getValue());
        }
    }

    /** All that was said, as one text. */
    String said() {
        Map<String, String> said = new LinkedHashMap<>(values);
        said.remove("key");
        return said.toString();
    }
}
