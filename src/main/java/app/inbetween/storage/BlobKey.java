package app.inbetween.storage;

import java.util.regex.Pattern;

/** What a key may look like, so that it names the same blob in every store and never a file outside of one. */
final class BlobKey {

    // Segments begin and end with a letter or digit: no "..", no hidden file, no name Windows would shorten.
    private static final String SEGMENT = "[a-z0-9]+(?:[.-][a-z0-9]+)*";
    private static final Pattern KEY = Pattern.compile(SEGMENT + "(?:/" + SEGMENT + ")+");
    private static final Pattern PREFIX = Pattern.compile(SEGMENT + "(?:/" + SEGMENT + ")*[/.-]?");
    private static final int LONGEST = 250;

    private BlobKey() {
    }

    /** @throws IllegalArgumentException if this cannot be a key */
    static String checked(String key) {
        return checked(key, KEY, "key");
    }

    /** @throws IllegalArgumentException if no key begins like this */
    static String checkedPrefix(String prefix) {
        return prefix.isEmpty() ? prefix : checked(prefix, PREFIX, "first part of a key");
    }

    private static String checked(String text, Pattern pattern, String what) {
        // The length first: the pattern would recurse deeply on a very long text.
        if (text.length() > LONGEST || !pattern.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a blob's " + what + ": " + text);
        }
        return text;
    }
}
