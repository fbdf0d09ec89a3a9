package app.inbetween.generation.create;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import app.inbetween.media.Dimensions;
import app.inbetween.web.Formats;

/**
 * What the create form shows. Its words are ready to be read; an empty text means there is nothing to say.
 *
 * @param key idempotency key of the generation this form will ask for
 */
public record CreatePage(String key, Well first, Well last, List<SamplePair> samples, List<EarlierFrame> earlier,
        SettingsPanel panel, Words words, Offer offer, AutomaticCard automatic, FailoverBox failover) {

    /** Nothing has been put in yet, so there is room to teach. */
    public boolean isFresh() {
        return first.isEmpty() && last.isEmpty();
    }

    /**
     * Where a frame goes.
     *
     * @param side {@code first} or {@code last}; field names are made of it
     * @param error why the file just sent was not taken
     * @param notices what to know about the picture that is there
     */
    public record Well(String side, Optional<Picture> picture, String error, List<String> notices) {

        public boolean isEmpty() {
            return picture.isEmpty();
        }

        public boolean isFirst() {
            return side.equals("first");
        }

        public String label() {
            return isFirst() ? "First frame" : "Last frame";
        }

        public String letter() {
            return isFirst() ? "A" : "B";
        }

        public String frame() {
            return picture.map(Picture::frame).orElse("");
        }
    }

    /**
     * A frame in its well.
     *
     * @param frame its id
     * @param url of a thumbnail with the whole picture
     * @param name of the file it came from
     * @param size of the original, upright
     * @param shape such as {@code 4:3}
     * @param kind such as {@code JPEG, 184 kB}
     * @param crop what the model will see; absent until a model and the other frame settle it
     */
    public record Picture(String frame, String url, String name, Dimensions size, String shape, String kind,
            Optional<Area> crop) {
    }

    /** A rectangle in pixels of the original picture, and its drawing over it. */
    public record Area(double x, double y, double width, double height) {

        public boolean isWholeOf(Dimensions size) {
            return width >= size.width() && height >= size.height();
        }

        /** SVG path of everything but this. */
        public String outsideOf(Dimensions size) {
            return "M0 0H%d".formatted(size.width()) + "V%d".formatted(size.height())
                    + "H0ZM%s %sV%sH%sV%sZ".formatted(of(x), of(y), of(y + height), of(x + width), of(y));
        }

        /** SVG path of its four corners. */
        public String corners() {
            double arm = Math.min(width, height) * 0.09;
            double right = x + width;
            double bottom = y + height;
            return "M%s %sV%sH%s".formatted(of(x), of(y + arm), of(y), of(x + arm))
                    + "M%s %sH%sV%s".formatted(of(right - arm), of(y), of(right), of(y + arm))
                    + "M%s %sV%sH%s".formatted(of(right), of(bottom - arm), of(bottom), of(right - arm))
                    + "M%s %sH%sV%s".formatted(of(x + arm), of(bottom), of(x), of(bottom - arm));
        }

        public String words() {
            return "%d × %d".formatted(Math.round(width), Math.round(height));
        }

        private static String of(double length) {
            return Math.rint(length) == length ? Long.toString((long) length) : Double.toString(Math.round(length * 10) / 10d);
        }
    }

    /** @param name as in {@code sample:<name>} */
    public record SamplePair(String name, String title, String first, String last) {
    }

    /** A frame used before. */
    public record EarlierFrame(String id, String url, String name) {
    }

    /**
     * What the model can be told besides the pictures.
     *
     * @param note what it does not read, and what is kept for those that do
     */
    public record Words(boolean prompted, boolean refusing, Text prompt, Text negative, Text title, String note) {

        /** While this is the same, what is being typed stays in its place. */
        public String kind() {
            return String.join(" ", String.valueOf(prompted), String.valueOf(refusing), prompt.kind(), negative.kind(),
                    title.kind(), note);
        }
    }

    /**
     * A text somebody types.
     *
     * @param limit characters it may have
     * @param required whether nothing can be asked for without it
     * @param error what is wrong with it
     */
    public record Text(String value, int limit, boolean required, String error) {

        private String kind() {
            return limit + (error.isEmpty() ? "" : " wrong");
        }
    }

    /**
     * What pressing the button comes to.
     *
     * @param headline such as {@code Flow, 5 s at 720p}, or what is the matter
     * @param line such as {@code 5 s × 1 credit}, or what to do about it
     * @param button such as {@code Generate for 5 credits}
     * @param after such as {@code 95 left after} or {@code 66 credits short}
     * @param cheaper what would do
     * @param way where something can be done about it
     */
    public record Offer(Mood mood, String headline, String line, Tag tag, String button, String after, List<Cheaper> cheaper,
            Optional<Way> way) {

        public boolean isPossible() {
            return mood != Mood.CLOSED;
        }

        public boolean isConfirming() {
            return mood == Mood.CONFIRMING;
        }

        /** Whether there is something that was not wished for. */
        public boolean isRemarkable() {
            return mood != Mood.OPEN;
        }
    }

    /** How an offer stands. */
    public enum Mood {
        OPEN,
        /** It was pressed, and something is to be read before it is pressed again. */
        TOLD,
        /** It was pressed, and has to be pressed once more. */
        CONFIRMING,
        /** It cannot be had now. */
        CLOSED
    }

    /**
     * The price, as the form sends it back.
     *
     * @param quote its id
     * @param until when it is no longer sure
     */
    public record Tag(String quote, long millicredits, Optional<Instant> until) {

        static final Tag NONE = new Tag("", 0, Optional.empty());

        /** Such as {@code 12:34}. */
        public String clock() {
            return until.map(Formats::clock).map(time -> time.substring(0, 5)).orElse("");
        }
    }

    /** A setting that fits the balance: {@code use} is what the form sends, such as {@code 480p}. */
    public record Cheaper(String use, String label) {
    }

    /** A page of ours to go to. */
    public record Way(String href, String label) {
    }
}
