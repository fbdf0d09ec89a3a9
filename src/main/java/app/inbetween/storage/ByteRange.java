package app.inbetween.storage;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a blob that a {@code Range} header asks for (RFC 9110, section 14).
 *
 * @param from first byte, 0-based
 * @param length in bytes; 0 if the blob has nothing of what was asked for
 */
record ByteRange(long from, long length) {

    // 18 digits fit a long; no blob is that large.
    private static final Pattern ONE_RANGE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*", Pattern.CASE_INSENSITIVE);

    /** The range asked for of so many bytes; empty if the header asks for several or for nothing we know: then all is due. */
    static Optional<ByteRange> of(String header, long size) {
        Matcher range = ONE_RANGE.matcher(header);
        if (!range.matches()) {
            return Optional.empty();
        }
        String first = range.group(1);
        String last = range.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? Optional.empty() : Optional.of(suffix(Long.parseLong(last), size));
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last);
        return to < from ? Optional.empty() : Optional.of(between(from, to, size));
    }

    boolean isSatisfiable() {
        return length > 0;
    }

    private static ByteRange suffix(long length, long size) {
        long available = Math.min(length, size);
        return new ByteRange(size - available, available);
    }

    private static ByteRange between(long from, long to, long size) {
        return new ByteRange(from, Math.max(0, Math.min(to, size - 1) - from + 1));
    }
}
