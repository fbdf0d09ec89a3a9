package app.inbetween.generation.show;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import app.inbetween.generation.Amounts;
import app.inbetween.generation.ShownPrice;
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
        Optional<Progress> progress, Optional<Ending> ending, Optional<Film> film, String prompt, List<Fact> facts, Cost cost,
        Optional<Retry> retry, Optional<Obstacle> obstacle, Refusal refusal, Lineage lineage) {

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
     * @param headline such as {@code Ready in 1 to 2 min} or {@code Waiting, place 2 of 5}
     * @param note where that comes from
     * @param done frames drawn so far, 0 while nobody tells
     * @param total frames to draw, 0 while nobody tells
     * @param cancel the button's label, such as {@code Cancel, 5 credits come back}; empty when it is too late
     * @param cancelNote why not everything comes back
     */
    public record Progress(String headline, String note, int done, int total, List<Step> steps, String cancel,
            String cancelNote) {

        public boolean isCounted() {
            return total > 0;
        }
    }

    /**
     * One state on the way.
     *
     * @param begun when it began, for steps that are over
     * @param since when it began, for the step that is now
     */
    public record Step(String name, Optional<Instant> begun, Optional<Instant> since, String note) {

        public static Step done(String name, Instant begun, String note) {
            return new Step(name, Optional.of(begun), Optional.empty(), note);
        }

        public static Step now(String name, Instant since, String note) {
            return new Step(name, Optional.empty(), Optional.of(since), note);
        }

        public static Step toCome(String name) {
            return new Step(name, Optional.empty(), Optional.empty(), "");
        }

        public String modifier() {
            if (since.isPresent()) {
                return " timeline__step--now";
            }
            return begun.isPresent() ? " timeline__step--done" : "";
        }
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

    /**
     * @param frames in the file; frames per second are exact
     * @param scores empty until they are measured
     * @param faulty whether it was found not to play
     */
    public record Film(UUID id, int width, int height, int fps, int frames, List<Score> scores, boolean faulty) {

        public boolean isBeingMeasured() {
            return scores.isEmpty() && !faulty;
        }

        public int lastFrame() {
            return frames - 1;
        }

        /** Seconds and frames of the whole, as the player counts them. */
        public String length() {
            return "%02d:%02d".formatted(frames / fps, frames % fps);
        }
    }

    /**
     * How close the film came to a frame.
     *
     * @param side {@code first} or {@code last}
     * @param structure 0 to 100
     */
    public record Score(String side, int structure) {

        public boolean isFirst() {
            return side.equals("first");
        }

        public String verdict() {
            if (structure >= 95) {
                return "Reached";
            }
            return structure >= 80 ? "Close" : "Missed";
        }

        public String tone() {
            if (structure >= 95) {
                return "good";
            }
            return structure >= 80 ? "warn" : "bad";
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

    /**
     * Why the same was not asked for again.
     *
     * @param problem as a sentence, and {@code advice} what to do about it; empty when nothing was refused
     * @param href where something can be done about it, and {@code way} what that is called; may be empty
     * @param shown the price on the button so far
     */
    public record Refusal(String problem, String advice, boolean confirming, String href, String way, ShownPrice shown) {

        static final Refusal NONE = new Refusal("", "", false, "", "", ShownPrice.NONE);

        static Refusal of(String problem, String advice, ShownPrice shown) {
            return new Refusal(problem, advice, false, "", "", shown);
        }

        static Refusal confirm(String question, ShownPrice shown) {
            return new Refusal(question, "Press Retry again if that is all right.", true, "", "", shown);
        }

        static Refusal at(String href, String way, String problem, String advice, ShownPrice shown) {
            return new Refusal(problem, advice, false, href, way, shown);
        }
    }
}
