package app.inbetween.provider.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import app.inbetween.provider.AskedPrice;
import app.inbetween.provider.VideoModel.Feature;

class CatalogReaderTest {

    private static final String ENTRY = """
            - model: fal/wan
              name: Wan
              summary: Sure of both frames.
              wire: fal-ai/wan
              frames: { first: start, last: end }
              prompt: { field: prompt, limit: 1500 }
              seed: seed
              lengths: [5, 10]
              length: { field: duration, as: seconds }
              frame-rates: [16]
              formats:
                480p: { "16:9": 832x480, "9:16": 480x832 }
                720p: { "16:9": 1280x720 }
              resolution: { field: resolution, names: { 480p: SD } }
              options:
                - { name: steps, label: Steps, type: whole, field: steps, least: 1, most: 40, default: 30 }
                - { name: fast, label: Fast, type: toggle, field: fast, default: false, variant: fast }
                - { name: mood, label: Mood, type: choice, field: mood, values: [calm, wild], default: calm }
              images: { least-side: 300, most-side: 2000 }
              price:
                - { resolution: 480p, variant: fast, per-second: 0.05, tiers: { 5: 0.2 }, currency: USD }
              life: { from: 2026-01-01, until: 2027-01-01 }
              typical: 60
            """;

    @Test
    void anEntryAsItShouldBeIsRead() {
        CatalogEntry entry = read(ENTRY).get(0);

        assertThat(entry.model().durations()).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(10));
        assertThat(entry.model().features()).containsExactlyInAnyOrder(Feature.PROMPT, Feature.SEED);
        assertThat(entry.model().life().until()).contains(LocalDate.of(2027, 1, 1));
        assertThat(entry.prices()).containsExactly(new AskedPrice("fal/wan", "480p", "fast", new BigDecimal("0.05"),
                Map.of(Duration.ofSeconds(5), new BigDecimal("0.2")), "USD"));
        assertThat(entry.line()).isEqualTo(1);
    }

    @Test
    void anEmptyFileHasNoModels() {
        assertThat(read("")).isEmpty();
        assertThat(read("# nothing yet")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            model: fal/wan        | model: wan               | 1  | model             | should be the provider's name, a slash and a name of your own, not wan.
            model: fal/wan        | model: luma/ray          | 1  | model             | should be of one of wavespeed, fal, dashscope, comfyui, not luma/ray.
            name: Wan             | name:                    | 2  | name              | is empty.
            name: Wan             | name: [Wan]              | 2  | name              | should be a single value.
            name: Wan             | nam: Wan                 | 1  | name              | is missing.
            wire: fal-ai/wan      | wire: fal-ai/wan/{res}   | 4  | wire              | should be the provider's own id, such as fal-ai/wan-flf2v, not fal-ai/wan/{res}.
            wire: fal-ai/wan      | wire: fal-ai/wan flf2v   | 4  | wire              | should be the provider's own id, such as fal-ai/wan-flf2v, not fal-ai/wan flf2v.
            wire: fal-ai/wan      | wire: /fal-ai/wan        | 4  | wire              | should be the provider's own id, such as fal-ai/wan-flf2v, not /fal-ai/wan.
            wire: fal-ai/wan      | wire: fal-ai/wan/        | 4  | wire              | should be the provider's own id, such as fal-ai/wan-flf2v, not fal-ai/wan/.
            wire: fal-ai/wan      | wire: fal-ai//wan        | 4  | wire              | should be the provider's own id, such as fal-ai/wan-flf2v, not fal-ai//wan.
            last: end             | last: start              | 5  | frames            | frames.last goes to /start, where frames.first goes already.
            last: end             | last: /start/url         | 5  | frames            | frames.last goes to /start/url, where frames.first goes already.
            seed: seed            | seed: /prompt            | 7  | seed              | seed goes to /prompt, where prompt goes already.
            field: steps,         | field: resolution,       | 16 | options           | options.steps goes to /resolution, where resolution goes already.
            field: fast,          | field: steps,            | 16 | options           | options.fast goes to /steps, where options.steps goes already.
            seed: seed            | sed: seed                | 7  | sed               | is not known here.
            seed: seed            | name: again              | 7  | name              | is there twice.
            last: end             | lost: end                | 5  | frames.last       | is missing.
            limit: 1500           | limit: many              | 6  | prompt.limit      | should be a number, not many.
            limit: 1500           | limit: 0                 | 6  | prompt.limit      | should be characters, from 1 to 100000.
            limit: 1500           | limit: 1500, requird: true | 6 | prompt.requird   | is not known here.
            limit: 1500           | required: yes            | 6  | prompt.required   | should be true or false, not yes.
            lengths: [5, 10]      | lengths: 5               | 8  | lengths           | should be a list.
            lengths: [5, 10]      | lengths: []              | 8  | lengths           | should name one length at least.
            lengths: [5, 10]      | lengths: [0]             | 8  | lengths           | should be seconds, more than 0 and at most 3600, not 0.
            as: seconds           | as: minutes              | 9  | length.as         | should be seconds, text, text-s or frames.
            length: {             | prompts: {               | 9  | prompts           | is not known here.
            frame-rates: [16]     | frame-rates: [29.97]     | 10 | frame-rates       | should be a whole number, not 29.97.
            frame-rates: [16]     | frame-rates: [0]         | 10 | frame-rates       | should be frames per second, each from 1 to 120.
            frame-rates: [16]     | frame-rates: [16, 24]    | 10 | frame-rates       | are several, but no frame-rate-field tells the provider which.
            832x480               | 832*480                  | 12 | formats.480p.16:9 | should be width and height such as 1280x720, not 832*480.
            480x832               | 280x832                  | 12 | formats           | frames of 280 × 832 have a side outside 300 to 2000 pixels.
            names: { 480p: SD }   | names: { 540p: SD }      | 14 | resolution.names.540p | is no resolution of its formats.
            type: whole           | type: number             | 16 | options.type      | should be toggle, choice, whole or decimal.
            most: 40              | most: 20                 | 16 | options.default   | should be one of 1 to 20, not 30.
            least: 1              | least: 50                | 16 | options.least     | is more than the most.
            name: fast            | name: steps              | 17 | options.name      | steps is there twice.
            name: fast            | name: Fast               | 17 | options.name      | should be lower-case letters, digits and dashes, not Fast.
            default: calm         | default: odd             | 18 | options.default   | should be one of calm, wild, not odd.
            most-side: 2000       | most-side: 2000, side: 1 | 19 | images.side       | is not known here.
            resolution: 480p,     | resolution: 540p,        | 21 | price.resolution  | should be one of 480p, 720p, not 540p.
            variant: fast, per    | variant: audio, per      | 21 | price.variant     | should be one of standard, fast, not audio.
            per-second: 0.05      | per-second: 0            | 21 | price.per-second  | should be an amount above zero with up to six decimals.
            tiers: { 5: 0.2 }     | tiers: { 5s: 0.2 }       | 21 | price.tiers.5s    | should be a length in seconds.
            currency: USD         | currency: EUR            | 21 | price.currency    | should be one of USD, CNY, not EUR.
            until: 2027-01-01     | until: soon              | 22 | life.until        | should be a day such as 2026-10-14.
            until: 2027-01-01     | until: 2025-01-01        | 22 | life.until        | should be after the day it begins.
            seed: seed            | fixed: { safe: yes }     | 7  | fixed.safe        | should be true or false, not yes.
            seed: seed            | fixed: { safe: on }      | 7  | fixed.safe        | should be true or false, not on.
            seed: seed            | fixed: { a: { n: 0x10 } } | 7  | fixed.a.n        | should be a number, not 0x10.
            seed: seed            | fixed: { n: 1_000 }      | 7  | fixed.n           | should be a number, not 1_000.
            seed: seed            | fixed: { n: .inf }       | 7  | fixed.n           | should be a number, not .inf.
            seed: seed            | fixed: { a: [1, ~] }     | 7  | fixed.a           | is empty.
            seed: seed            | fixed: { a: }            | 7  | fixed.a           | is empty.
            seed: seed            | fixed: { a: 1, a: 2 }    | 7  | fixed.a           | is there twice.
            seed: seed            | fixed: safe              | 7  | fixed             | should be names and values.
            typical: 60           | typical: fast            | 23 | typical           | should be a number, not fast.
            """)
    void aMistakeIsNamedWithLineAndField(String right, String wrong, int line, String field, String problem) {
        assertThat(ENTRY).contains(right);

        assertThatThrownBy(() -> read(ENTRY.replace(right, wrong))).isInstanceOf(CatalogException.class)
                .hasMessage("models.yaml, line " + line + ", field " + field + ": " + problem);
    }

    @Test
    void lengthsThatCannotBeToldAreAMistake() {
        assertThatThrownBy(() -> read(without("  length: {"))).hasMessage(
                "models.yaml, line 8, field lengths: are several, but no field length tells the provider which.");
    }

    @Test
    void resolutionsThatCannotBeToldAreAMistake() {
        assertThatThrownBy(() -> read(without("  resolution: {"))).hasMessage(
                "models.yaml, line 12, field formats: have several resolutions, but no field tells the provider which.");
    }

    @Test
    void theSameModelTwiceIsAMistake() {
        assertThatThrownBy(() -> read(ENTRY + ENTRY)).hasMessage("models.yaml, line 24, field model: fal/wan is there twice.");
    }

    @ParameterizedTest
    @ValueSource(strings = { "model: fal/wan", "just words" })
    void whatIsNoListIsAMistake(String file) {
        assertThatThrownBy(() -> read(file))
                .hasMessage("models.yaml, line 1: should be a list of models, each beginning with a dash.");
    }

    @Test
    void whatIsNoYamlSaysWhere() {
        assertThatThrownBy(() -> read("- model: fal/wan\n  name: 'Wan\n")).isInstanceOf(CatalogException.class)
                .hasMessageStartingWith("models.yaml, line 3: is not YAML: ");
    }

    @Test
    void anElementThatIsNoModelIsAMistake() {
        assertThatThrownBy(() -> read("- fal/wan")).hasMessage("models.yaml, line 1: should be names and values.");
    }

    @Test
    void aGraphThatIsNotThereIsAMistake() {
        assertThatThrownBy(() -> read(ENTRY + "  graph: none.json\n"))
                .hasMessage("models.yaml, line 24, field graph: there is no none.json.");
    }

    @Test
    void aGraphMustHaveAPlaceForEverything() {
        assertThatThrownBy(() -> read(ENTRY.replace("first: start", "first: /99/inputs/image").replace("last: end",
                "last: /6/inputs/image") + "  graph: comfyui/wan2.1-flf2v.json\n"))
                .hasMessage("models.yaml, line 24, field graph: has no place for /99/inputs/image.");
    }

    @ParameterizedTest
    @ValueSource(strings = { "resolution: { field: %s }", "size: { field: %s, as: '{width}x{height}' }", "aspect: %s" })
    void aGraphMustHaveAPlaceForTheShapeToo(String told) {
        String graphed = """
                - model: comfyui/wan
                  name: Wan
                  summary: Sure of both frames.
                  wire: wan
                  graph: comfyui/wan2.1-flf2v.json
                  frames: { first: /5/inputs/image, last: /6/inputs/image }
                  lengths: [5]
                  frame-rates: [16]
                  formats:
                    480p: { "16:9": 832x480 }
                  typical: 60
                  """;

        assertThat(read(graphed + "  " + told.formatted("/11/inputs/shape"))).hasSize(1);
        assertThatThrownBy(() -> read(graphed + "  " + told.formatted("/99/inputs/shape")))
                .hasMessage("models.yaml, line 5, field graph: has no place for /99/inputs/shape.");
    }

    @Test
    void whatIsAlwaysSentIsSentAsItIsWritten() {
        CatalogEntry entry = read(ENTRY + "  fixed: { a: true, b: 'yes', c: [1.5, { d: 2 }], e: false, f: 2026-01-01 }\n")
                .get(0);

        assertThat(entry.wiring().fixed().toString())
                .isEqualTo("{\"a\":true,\"b\":\"yes\",\"c\":[1.5,{\"d\":2}],\"e\":false,\"f\":\"2026-01-01\"}");
    }

    private static String without(String line) {
        return ENTRY.lines().filter(it -> !it.startsWith(line)).reduce("", (all, it) -> all + it + "\n");
    }

    private static List<CatalogEntry> read(String yaml) {
        return CatalogReader.read("models.yaml", new StringReader(yaml));
    }
}
