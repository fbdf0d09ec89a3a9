package app.inbetween.generation.choice;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import app.inbetween.price.Credits;

/** Candidates against each other. */
public final class Ranking {

    private final List<Candidate> candidates;
    private final Predicate<Credits> affordable;
    private final Credits usualPrice;

    /** @param affordable whether the person may spend as much now */
    public Ranking(List<Candidate> candidates, Predicate<Credits> affordable) {
        this.candidates = List.copyOf(candidates);
        this.affordable = affordable;
        usualPrice = middle(candidates);
    }

    /**
     * What can be paid for comes first, and among that what has most points; where nothing can be paid for, the cheapest. The
     * same candidates always come in the same order.
     */
    public List<Candidate> bestFirst() {
        boolean any = candidates.stream().anyMatch(this::isAffordable);
        Comparator<Candidate> worth = Comparator.comparing(this::isAffordable).thenComparingDouble(this::score).reversed();
        Comparator<Candidate> order = any ? worth : Comparator.comparing(Candidate::price).thenComparing(worth);
        return candidates.stream()
                .sorted(order.thenComparing(Candidate::price).thenComparing(candidate -> candidate.model().id())).toList();
    }

    public Optional<Candidate> best() {
        return bestFirst().stream().findFirst();
    }

    public Optional<Candidate> of(String model) {
        return candidates.stream().filter(candidate -> candidate.model().id().equals(model)).findFirst();
    }

    public boolean isAffordable(Candidate candidate) {
        return affordable.test(candidate.price());
    }

    double score(Candidate candidate) {
        return Arrays.stream(Criterion.values()).mapToDouble(criterion -> criterion.points(candidate, this)).sum();
    }

    /** The middle one of those that cost anything. */
    Credits usualPrice() {
        return usualPrice;
    }

    private static Credits middle(List<Candidate> candidates) {
        List<Credits> prices = candidates.stream().map(Candidate::price).filter(Credits::isPositive).sorted().toList();
        return prices.isEmpty() ? Credits.ZERO : prices.get(prices.size() / 2);
    }
}
