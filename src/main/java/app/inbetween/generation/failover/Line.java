package app.inbetween.generation.failover;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import app.inbetween.generation.Generation;
import app.inbetween.price.Credits;

/** A clip that failed, and those it stood in for: the newest first. */
record Line(List<Generation> clips) {

    private static final int MOST_STAND_INS = 2;

    /** Needs a transaction. */
    static Line upTo(Generation failed) {
        List<Generation> clips = new ArrayList<>(List.of(failed));
        for (UUID before = failed.terms.standsInFor; before != null; before = clips.get(clips.size() - 1).terms.standsInFor) {
            clips.add(Generation.findById(before));
        }
        return new Line(clips);
    }

    boolean isComplete() {
        return clips.size() > MOST_STAND_INS;
    }

    boolean hasTried(String model) {
        return clips.stream().anyMatch(clip -> clip.settings.model().equals(model));
    }

    boolean hasTriedProvider(String provider) {
        return clips.stream().anyMatch(clip -> clip.provider.equals(provider));
    }

    /** What the person has said yes to so far. */
    Credits dearest() {
        return clips.stream().map(Generation::hold).max(Credits::compareTo).orElseThrow();
    }
}
