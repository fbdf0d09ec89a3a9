package app.inbetween.provider.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.inbetween.provider.AskedPrice;
import app.inbetween.provider.Option;
import app.inbetween.provider.VideoModel;

class CatalogTest {

    private static final String OWN = """
            - model: comfyui/wan-2.1-flf2v
              name: Wan of the studio
              summary: Tuned.
              wire: wan
              graph: tuned.json
              frames: { first: /5/inputs/image, last: /6/inputs/image }
              lengths: [3]
              frame-rates: [16]
              formats:
                480p: { "16:9": 832x480 }
              price:
                - { resolution: 480p, per-second: 0.01, currency: USD }
              typical: 60
            - model: fal/our-own
              name: Our own
              summary: Ours.
              wire: studio/our-own
              frames: { first: a, last: b }
              lengths: [3]
              frame-rates: [16]
              formats:
                480p: { "16:9": 832x480 }
              life: { until: 2026-01-01, replacement: fal/wan-flf2v }
              typical: 60
            """;

    @TempDir
    Path directory;

    @Test
    void whatShipsIsAsItShouldBe() {
        Catalog catalog = new Catalog(Optional::empty);

        assertThat(catalog.of("comfyui")).extracting(CatalogEntry::id).containsExactly("comfyui/wan-2.1-flf2v");
        assertThat(catalog.of("wavespeed")).isNotEmpty();
        assertThat(catalog.of("fal")).isNotEmpty();
        assertThat(catalog.of("dashscope")).isNotEmpty();
        assertThat(catalog.prices()).as("those are in the price list").isEmpty();
    }

    @Test
    void theOperatorsOwnFileAddsAndReplaces() throws IOException {
        Files.writeString(directory.resolve("tuned.json"),
                "{\"5\": {\"inputs\": {\"image\": \"\"}}, \"6\": {\"inputs\": {\"image\": \"\"}}, \"tuned\": true}");

        Catalog catalog = catalog(OWN);

        VideoModel replaced = catalog.entry("comfyui/wan-2.1-flf2v").orElseThrow().model();
        assertThat(replaced.name()).isEqualTo("Wan of the studio");
        assertThat(catalog.entry("comfyui/wan-2.1-flf2v").orElseThrow().wiring().fixed().path("tuned").asBoolean()).isTrue();
        assertThat(catalog.entry("fal/our-own")).isPresent();
        assertThat(catalog.entry("fal/wan-flf2v")).isPresent();
        assertThat(catalog.prices()).extracting(AskedPrice::model).containsExactly("comfyui/wan-2.1-flf2v");
    }

    @Test
    void everyPriceThatShipsIsOfAModelThatShips() throws IOException {
        assertThat(offered()).containsAll(priced());
    }

    @Test
    void whatHasNoPriceIsWrittenDown() throws IOException {
        List<String> unpriced = offered();
        unpriced.removeAll(priced());
        // Kept by migrations, as nobody bills us for it.
        unpriced.removeIf(key -> key.startsWith("comfyui/"));

        String chapter = Files.readString(Path.of("docs/models.md")).split("## Without a price")[1].split("\n## ")[0];
        List<String> written = Pattern.compile("(?m)^\\| `(\\S+)` \\| (\\S+) \\| (.+) \\|$").matcher(chapter).results()
                .flatMap(row -> Stream.of(row.group(3).split(", "))
                        .map(resolution -> row.group(1) + "," + resolution + "," + row.group(2)))
                .toList();
        assertThat(written).containsExactlyInAnyOrderElementsOf(unpriced);
    }

    @Test
    void aWrongEntryStopsTheStart() throws IOException {
        Files.writeString(directory.resolve("models.yaml"), OWN.replace("graph: tuned.json", "grap: tuned.json"));

        assertThatThrownBy(() -> catalog()).isInstanceOf(CatalogException.class)
                .hasMessage(directory.resolve("models.yaml") + ", line 5, field grap: is not known here.");
    }

    @Test
    void aReplacementMustBeThere() {
        assertThatThrownBy(() -> catalog(OWN.substring(OWN.indexOf("- model: fal")).replace("fal/wan-flf2v", "fal/nowhere")))
                .isInstanceOf(CatalogException.class)
                .hasMessageEndingWith("line 1, field life.replacement: there is no other model fal/nowhere.");
    }

    @Test
    void nothingReplacesItself() {
        assertThatThrownBy(() -> catalog(OWN.substring(OWN.indexOf("- model: fal")).replace("fal/wan-flf2v", "fal/our-own")))
                .hasMessageEndingWith("there is no other model fal/our-own.");
    }

    @Test
    void aFileThatIsNotThereStopsTheStart() {
        assertThatThrownBy(() -> catalog()).isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "The file of models " + directory.resolve("models.yaml") + " (inbetween.models.file) cannot be read");
    }

    /** Model, resolution and variant of everything that ships. */
    private static List<String> offered() {
        Catalog catalog = new Catalog(Optional::empty);
        return Stream.of("wavespeed", "fal", "dashscope", "comfyui").flatMap(provider -> catalog.of(provider).stream())
                .map(CatalogEntry::model).flatMap(model -> model.resolutions().stream().flatMap(resolution -> variants(model)
                        .map(variant -> model.id() + "," + resolution + "," + variant)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Stream<String> variants(VideoModel model) {
        return Stream.concat(Stream.of(VideoModel.STANDARD), model.options().stream()
                .flatMap(option -> option instanceof Option.Toggle toggle ? toggle.variant().stream() : Stream.empty()));
    }

    private static List<String> priced() throws IOException {
        return Files.readAllLines(Path.of("src/main/resources/prices.csv")).stream()
                .filter(line -> line.matches("[a-z0-9.-]+/.*"))
                .map(line -> line.replaceFirst("^([^,]*,[^,]*,[^,]*),.*", "$1")).toList();
    }

    private Catalog catalog(String own) throws IOException {
        Files.writeString(directory.resolve("models.yaml"), own);
        return catalog();
    }

    private Catalog catalog() {
        return new Catalog(() -> Optional.of(directory.resolve("models.yaml")));
    }
}
