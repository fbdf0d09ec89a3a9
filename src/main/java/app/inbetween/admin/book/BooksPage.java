package app.inbetween.admin.book;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import app.inbetween.books.Check;

/**
 * The books as the administrators see them.
 *
 * @param shown the check whose findings are shown; empty before the first one
 * @param underWay whether another check is being made now
 * @param overdue whether the last one is so long ago that a night was missed
 * @param rules what is looked for, besides what the ledger looks for in itself
 */
public record BooksPage(Optional<Check> shown, boolean newest, boolean underWay, boolean overdue, List<Group> groups,
        List<Line> history, List<String> rules) {

    public boolean isClean() {
        return shown.isPresent() && groups.isEmpty();
    }

    /** Such as {@code every movement balanced}. */
    public String verdict() {
        int found = shown.map(Check::findings).orElse(0);
        return found == 0 ? "every movement balanced" : found == 1 ? "1 finding" : found + " findings";
    }

    /** Where the findings can be had as a file. */
    public String csv() {
        return "/admin/books.csv?check=" + shown.map(Check::id).orElseThrow();
    }

    /**
     * Findings of one rule.
     *
     * @param advice what to do about them
     * @param more how many there are beside those shown
     */
    public record Group(String rule, String advice, List<Discrepancy> findings, int total) {

        public int more() {
            return total - findings.size();
        }

        /** Whether any of them concerns one clip. */
        public boolean isOfClips() {
            return findings.stream().anyMatch(finding -> finding.generation().isPresent());
        }

        public boolean isDetailed() {
            return findings.stream().anyMatch(finding -> !finding.detail().isEmpty());
        }
    }

    /**
     * A check in the history.
     *
     * @param who asked for it
     */
    public record Line(UUID id, Instant at, String who, String took, int findings, boolean shown) {
    }
}
