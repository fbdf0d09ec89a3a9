package app.inbetween.gallery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One page of someone's clips, newest first. Its words are ready to be read; an empty text means there is none.
 *
 * @param total such as {@code 214 videos, 23 min in all}
 * @param unfinished generations that are under way, on the first page only
 * @param newer address of the page before this one
 * @param older address of the page after this one
 */
public record GalleryPage(String total, List<Unfinished> unfinished, List<Clip> clips, String newer, String older) {

    public boolean isEmpty() {
        return clips.isEmpty() && unfinished.isEmpty() && newer.isEmpty();
    }

    public boolean isPaged() {
        return !newer.isEmpty() || !older.isEmpty();
    }

    /**
     * A finished clip.
     *
     * @param href of its page
     * @param preview of a small film to play on hover; empty while there is none
     * @param length such as {@code 5 s}
     */
    public record Clip(UUID id, String href, String poster, String preview, String title, String length, String model,
            Instant made) {
    }

    /**
     * A clip that is still being made.
     *
     * @param still the first frame
     * @param state such as {@code Rendering}
     * @param note such as {@code ready in 1 to 2 min}
     * @param done frames drawn so far
     * @param total frames to draw, 0 while nobody tells
     */
    public record Unfinished(UUID id, String href, String still, String title, String state, String model, String note,
            int done,
            int total) {

        public boolean isCounted() {
            return total > 0;
        }
    }
}
