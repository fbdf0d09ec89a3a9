package app.inbetween.frame;

import java.text.Normalizer;

/**
 * A file's name as its owner knows it, fit to be shown anywhere.
 *
 * @param text 1 to 120 characters, without line breaks, control or formatting characters
 */
record FileName(String text) {

    private static final int LONGEST = 120;
    private static final String NAMELESS = "Untitled";

    /** @param sent by a browser or program: anything, even with a path before it */
    static FileName of(String sent) {
        String name = sent.replaceFirst("(?s)^.*[/\\\\]", "");
        // Formatting characters can make "gpj.exe" read as "exe.jpg"; lone surrogates are no text at all.
        name = Normalizer.normalize(name, Normalizer.Form.NFC).replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\uFFFD]+", " ")
                .strip();
        name = shortened(name).strip();
        return new FileName(name.isEmpty() ? NAMELESS : name);
    }

    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        boolean splitsOne = Character.isHighSurrogate(name.charAt(LONGEST - 1));
        return name.substring(0, splitsOne ? LONGEST - 1 : LONGEST);
    }
}
