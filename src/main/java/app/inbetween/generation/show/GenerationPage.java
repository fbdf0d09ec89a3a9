package app.inbetween.generation.show;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import app.inbetween.generation.Amounts;
import app.inbetween.price.Quote;

/**
 * What is shown of a generation: the job while it runs, how it ended, the film when there is one. Its words are ready to be
 * read; an empty text means there is nothing to say.
 *
 * @param lead such as {@code Flow, 5 s at 720p}
 * @param tab what the browser's tab begins with, such as {@code Rendering} or {@code Ready in 1 to 2 min}; empty when ended
 * @param progress present until it has ended
 * @param ending present when it ended, or is stuck, without a film
 * @param film present when it succeeded
 * @param facts what was asked for, and what came of it, in the order they are read
 * @param retry the button that asks for the same again; absent if it cannot be
 * @param obstacle why it cannot be asked for again just as it was, where there is more to say than that there is no button
 * @param refusal why it was not asked for again just now
 * @param lineage who chose the model, and which others tried
 */
public record GenerationPage(UUID id, String title, String lead, String tab, Instant asked, Still first, Still last,
        Optional<Progress> progress, Optional<Ending> ending, Optional<ShownFilm> film, String prompt, List<Fact> facts,
        Cost cost, Optional<Retry> retry, Optional<Obstacle> obstacle, Refusal refusal, Lineage lineage) {

    public boolean isUnderWay() {
        return progress.isPresent();
    }

    /** Whether what is shown may still change by itself: it is under way, or its outcome is not settled yet. */
    public boolean isFollowed() {
        return isUnderWay() || lineage.waiting() || ending.filter(Ending::isOpen).isPresent();
    }

    /** How often to look, as htmx writes it. */
    public String pace() {
        return isUnderWay() || lineage.waiting() ? "2s" : "30s";
    }

    public boolean isDone() {
        return film.isPresent();
    }

    /** What the button says that opens the form with its frames and settings. */
    public String reuse() {
        return obstacle.map(Obstacle::way).orElse("Reuse settings");
    }

    /** The whole title of the browser's tab. */
    public String tabTitle() {
        return (tab.isEmpty() ? "" : tab + " · ") + title + " · Inbetween";
    }

    /** One of {@code working}, {@code done}, {@code ended}, for scripts that follow. */
    public String phase() {
        if (isUnderWay() || lineage.waiting()) {
            return "working";
        }
        return isDone() ? "done" : "ended";
    }

    /** A frame as it was given to the model. */
    public record Still(String url, String name) {
    }

    /**
     * How it ended without a film, or why nobody knows.
     *
     * @param tone {@code bad}, {@code warn}, or {@code info} for what the person wanted
     * @param money the sentence that matters, such as {@code You were not charged.}
     * @param moneyDetail such as {@code 5 credits were held at 13:02 and returned at 13:03.}
     * @param note small print, such as when the provider was last asked
     */
    public record Ending(String tone, String title, String text, String money, String moneyDetail, String note) {

        /** Whether it may still end another way. */
        public boolean isOpen() {
            return tone.equals("warn");
        }

        public String icon() {
            return switch (tone) {
                case "bad" -> "bad";
                case "warn" -> "unknown";
                default -> "info";
            };
        }
    }

    /** @param copied what a copy button puts on the clipboard; empty for none */
    public record Fact(String name, String value, String copied) {

        public static Fact of(String name, String value) {
            return new Fact(name, value, "");
        }

        public static Fact copyable(String name, String value) {
            return new Fact(name, value, value);
        }
    }

    /**
     * @param amount such as {@code 5 credits}
     * @param detail such as {@code 5 s × 1 credit, price version 1. Held 5, charged 5, returned 0.}
     */
    public record Cost(String amount, String detail) {
    }

    /** @param confirming whether the person was asked about the price and has to say yes */
    public record Retry(Quote quote, boolean confirming) {

        public String label() {
            return Amounts.button("Retry", quote.total()) + (confirming ? " all the same" : "");
        }

        /** Anew with every page, so that a double click is one clip and another visit another one. */
        public String key() {
            return UUID.randomUUID().toString();
        }
    }

    /**
     * What stands in the way of the same once more.
     *
     * @param sentence such as {@code Wan 2.2 Flash was retired on 14 October 2026; Wan 2.7 replaces it.}
     * @param way what the button says that opens the form with its frames and settings
     */
    public record Obstacle(String sentence, String way) {
    }
}
