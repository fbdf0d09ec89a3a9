package app.inbetween.provider.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.inbetween.provider.AskedPrice;
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

    private Catalog catalog(String own) throws IOException {
        Files.writeString(directory.resolve("models.yaml"), own);
        return catalog();
    }

    private Catalog catalog() {
        return new Catalog(() -> Optional.of(directory.resolve("models.yaml")));
    }
}
