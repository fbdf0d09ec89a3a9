package app.inbetween.admin.audit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jboss.resteasy.reactive.RestQuery;

/** Which notes of the audit are wanted, from where on. What cannot be read counts as not said. */
public class AuditFilter {

    @RestQuery
    String actor;
    @RestQuery
    String subject;
    @RestQuery
    String action;
    @RestQuery
    String from;
    @RestQuery
    String to;
    @RestQuery
    String before;

    /** A part of a name or an e-mail address, or an id. */
    public String actor() {
        return text(actor);
    }

    /** As the actor. */
    public String subject() {
        return text(subject);
    }

    public String action() {
        return text(action);
    }

    public String from() {
        return firstDay().map(LocalDate::toString).orElse("");
    }

    public String to() {
        return lastDay().map(LocalDate::toString).orElse("");
    }

    public boolean isAny() {
        return !(actor() + subject() + action() + from() + to()).isEmpty();
    }

    public boolean isFirstPage() {
        return before().isEmpty();
    }

    Optional<LocalDate> firstDay() {
        return day(from);
    }

    Optional<LocalDate> lastDay() {
        return day(to);
    }

    Optional<UUID> before() {
        return id(text(before));
    }

    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public String first() {
        return address("/admin/audit", "");
    }

    public String csv() {
        return address("/admin/audit.csv", "");
    }

    String next(String cursor) {
        return address("/admin/audit", cursor);
    }

    private String address(String path, String cursor) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("actor", actor());
        query.put("subject", subject());
        query.put("action", action());
        query.put("from", from());
        query.put("to", to());
        query.put("before", cursor);
        String said = query.entrySet().stream().filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return said.isEmpty() ? path : path + "?" + said;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text(text)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String text(String value) {
        return value == null ? "" : value.replace("\0", "").strip();
    }
}
