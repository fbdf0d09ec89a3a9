package app.inbetween.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a longer list, read by key: what is added in front meanwhile shifts nothing.
 *
 * @param next where the following page begins, empty on the last one
 */
public record Slice<T>(List<T> items, Optional<String> next) {

    /** @param found up to one more than the page takes, which shows that there is a next one */
    public static <T> Slice<T> of(List<T> found, int size, Function<T, Object> key) {
        if (found.size() <= size) {
            return new Slice<>(found, Optional.empty());
        }
        List<T> items = List.copyOf(found.subList(0, size));
        return new Slice<>(items, Optional.of(key.apply(items.get(size - 1)).toString()));
    }
}
