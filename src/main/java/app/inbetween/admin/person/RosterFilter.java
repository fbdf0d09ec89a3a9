package app.inbetween.admin.person;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jboss.resteasy.reactive.RestQuery;

/** Which people are wanted, in which order, from where on. */
public class RosterFilter {

    @RestQuery
    String find;
    @RestQuery
    String role;
    @RestQuery
    String group;
    @RestQuery
    String state;
    @RestQuery
    String sort;
    @RestQuery
    String after;

    public String find() {
        return text(find);
    }

    public String role() {
        return text(role);
    }

    public String group() {
        return text(group);
    }

    public String state() {
        return text(state);
    }

    public String sort() {
        return order().name().toLowerCase(java.util.Locale.ROOT);
    }

    public boolean isAny() {
        return !(find() + role() + group() + state()).isEmpty();
    }

    public boolean isFirstPage() {
        return text(after).isEmpty();
    }

    RosterOrder order() {
        return RosterOrder.of(text(sort));
    }

    Optional<String> after() {
        return Optional.of(text(after)).filter(cursor -> !cursor.isEmpty());
    }

    /** The address of the list with these filters in another order. */
    public String sortedBy(String other) {
        return address("/admin/users", other, "");
    }

    public String csv() {
        return address("/admin/users.csv", sort(), "");
    }

    public String first() {
        return address("/admin/users", sort(), "");
    }

    String next(String cursor) {
        return address("/admin/users", sort(), cursor);
    }

    private String address(String path, String order, String cursor) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("find", find());
        query.put("role", role());
        query.put("group", group());
        query.put("state", state());
        query.put("sort", order.equals("name") ? "" : order);
        query.put("after", cursor);
        String said = query.entrySet().stream().filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return said.isEmpty() ? path : path + "?" + said;
    }

    private static String text(String value) {
        return value == null ? "" : value.replace("\0", "").strip();
    }
}
