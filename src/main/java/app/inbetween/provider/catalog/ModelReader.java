package app.inbetween.provider.catalog;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import app.inbetween.provider.Option;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoModel.Feature;
import app.inbetween.provider.VideoModel.Format;
import app.inbetween.provider.VideoModel.Life;
import app.inbetween.provider.VideoModel.Texts;

/** The part of a model's entry that says what it can do. */
final class ModelReader {

    private static final int MOST_CHARACTERS = 100_000;

    private final Fields fields;

    ModelReader(Fields fields) {
        this.fields = fields;
    }

    VideoModel read(String id, List<Format> formats, List<Option> options) {
        return new VideoModel(id, fields.text("name"), fields.text("summary"), lengths(), frameRates(), formats, List.of(),
                features(), texts(), options, life(), seconds("typical", fields.number("typical")));
    }

    private List<Duration> lengths() {
        List<Duration> lengths = fields.numbers("lengths").stream().map(it -> seconds("lengths", it)).sorted().distinct()
                .toList();
        if (lengths.isEmpty()) {
            throw fields.problem("lengths", "should name one length at least.");
        }
        return lengths;
    }

    private Duration seconds(String name, BigDecimal seconds) {
        if (seconds.signum() <= 0 || seconds.compareTo(BigDecimal.valueOf(3600)) > 0) {
            throw fields.problem(name, "should be seconds, more than 0 and at most 3600, not " + seconds.toPlainString() + ".");
        }
        return Duration.ofMillis(seconds.movePointRight(3).longValue());
    }

    private List<Integer> frameRates() {
        List<Integer> rates = fields.wholes("frame-rates");
        if (rates.isEmpty() || rates.stream().anyMatch(rate -> rate < 1 || rate > 120)) {
            throw fields.problem("frame-rates", "should be frames per second, each from 1 to 120.");
        }
        return rates;
    }

    private Set<Feature> features() {
        Set<Feature> features = EnumSet.noneOf(Feature.class);
        fields.maybeFields("prompt").ifPresent(it -> features.add(Feature.PROMPT));
        fields.maybeFields("negative").ifPresent(it -> features.add(Feature.NEGATIVE_PROMPT));
        fields.maybeText("seed").ifPresent(it -> features.add(Feature.SEED));
        return Set.copyOf(features);
    }

    private Texts texts() {
        Optional<Fields> prompt = fields.maybeFields("prompt");
        return new Texts(prompt.map(it -> limit(it, Texts.USUAL.promptLimit())).orElse(0),
                fields.maybeFields("negative").map(it -> limit(it, Texts.USUAL.negativeLimit())).orElse(0),
                prompt.map(it -> it.flag("required")).orElse(false));
    }

    private static int limit(Fields text, int otherwise) {
        int limit = text.whole("limit", otherwise);
        if (limit < 1 || limit > MOST_CHARACTERS) {
            throw text.problem("limit", "should be characters, from 1 to " + MOST_CHARACTERS + ".");
        }
        return limit;
    }

    private Life life() {
        return fields.maybeFields("life").map(it -> {
            Life life = new Life(day(it, "from"), day(it, "until"), it.maybeText("replacement"));
            it.nothingElse();
            if (life.from().isPresent() && life.until().filter(end -> !end.isAfter(life.from().get())).isPresent()) {
                throw it.problem("until", "should be after the day it begins.");
            }
            return life;
        }).orElse(Life.UNLIMITED);
    }

    private static Optional<LocalDate> day(Fields fields, String name) {
        try {
            return fields.maybeText(name).map(LocalDate::parse);
        } catch (DateTimeException e) {
            throw fields.problem(name, "should be a day such as 2026-10-14.");
        }
    }
}
