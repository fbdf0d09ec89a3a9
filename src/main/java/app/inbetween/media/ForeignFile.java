package app.inbetween.media;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Kinds of file that people choose by mistake, known by how they begin, and what to tell them. */
enum ForeignFile {
    SVG("an SVG drawing. Export it as PNG and choose that.", ForeignFile::isSvg),
    GIF("a GIF. Save the moment you want as JPEG or PNG and choose that.", starts("GIF8")),
    AVIF("an AVIF picture. Save it as JPEG or PNG and choose it again.",
            head -> brands(head).anyMatch(Set.of("avif", "avis")::contains)),
    HEIC("a HEIC picture, as iPhones take them. Save it as JPEG or PNG and choose it again.",
            head -> brands(head).anyMatch(Set.of("heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1")::contains)),
    JPEG_XL("a JPEG XL picture. Save it as JPEG or PNG and choose it again.", starts("\u00ff\n").or(starts("\0\0\0\fJXL "))),
    JPEG_2000("a JPEG 2000 picture. Save it as JPEG or PNG and choose it again.",
            starts("\0\0\0\fjP  ").or(starts("\u00ffO\u00ffQ"))),
    BMP("a BMP picture. Save it as PNG and choose it again.", starts("BM").and(has("\0\0\0\0", 6))),
    TIFF("a TIFF picture or a camera's raw photo. Save it as JPEG or PNG and choose it again.",
            starts("II*\0").or(starts("MM\0*")).or(starts("II+\0")).or(starts("MM\0+"))),
    PHOTOSHOP("a Photoshop document. Export it as PNG and choose that.", starts("8BPS")),
    PDF("a PDF document. Export the page as PNG and choose that.", starts("%PDF-")),
    VIDEO("a video. Save the moment you want as JPEG or PNG and choose that.", ForeignFile::isVideo),
    ARCHIVE("an archive. Unpack it and choose a picture in it.",
            starts("PK\3\4").or(starts("\u001f\u008b")).or(starts("7z\u00bc\u00af"))
                    .or(starts("Rar!"))),
    WEB_PAGE("a web page, not a picture. Open it, save the picture itself and choose that.", ForeignFile::isWebPage),
    TEXT("a text, whatever its name says. Choose a JPEG, PNG or WebP picture.", ForeignFile::isText);

    /** So many bytes at the beginning of a file are enough to know it. */
    static final int HEAD = 1024;

    private final String sentence;
    private final Predicate<String> sign;

    ForeignFile(String whatItIsAndWhatToDo, Predicate<String> sign) {
        this.sentence = "This is " + whatItIsAndWhatToDo;
        this.sign = sign;
    }

    /** @param head the beginning of a file that is not empty */
    static Optional<ForeignFile> of(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return Stream.of(values()).filter(kind -> kind.sign.test(text)).findFirst();
    }

    UnreadablePictureException refusal() {
        return new UnreadablePictureException(sentence);
    }

    private static Predicate<String> starts(String magic) {
        return has(magic, 0);
    }

    private static Predicate<String> has(String magic, int at) {
        return head -> head.startsWith(magic, at);
    }

    /** The brands of an ISO media file: the major one, and those it is compatible with. */
    private static Stream<String> brands(String head) {
        if (!head.startsWith("ftyp", 4)) {
            return Stream.empty();
        }
        int end = Math.min(head.length(), head.charAt(2) * 256 + head.charAt(3));
        return Stream.iterate(8, at -> at + 4 <= end, at -> at + 4).map(at -> head.substring(at, at + 4));
    }

    private static boolean isVideo(String head) {
        boolean transportStream = head.length() > 188 && head.charAt(0) == 'G' && head.charAt(188) == 'G';
        return transportStream || head.startsWith("ftyp", 4) || head.startsWith("moov", 4)
                || head.startsWith("RIFF") && head.startsWith("AVI ", 8)
                || Stream.of("\u001aE\u00df\u00a3", "FLV\1", "0&\u00b2u", "\0\0\1\u00ba", "\0\0\1\u00b3")
                        .anyMatch(head::startsWith);
    }

    private static boolean isSvg(String head) {
        return isText(head) && head.contains("<svg");
    }

    private static boolean isWebPage(String head) {
        String lower = head.toLowerCase(Locale.ROOT);
        return isText(head) && List.of("<!doctype html", "<html", "<head", "<body").stream().anyMatch(lower::contains);
    }

    /** Text has none of the control characters that other files are full of, unless it is UTF-16. */
    private static boolean isText(String head) {
        return head.startsWith("\u00ff\u00fe") || head.startsWith("\u00fe\u00ff")
                || head.chars().allMatch(c -> c >= ' ' && c != 0x7f || "\t\n\r\f\u001b".indexOf(c) >= 0);
    }
}
