package app.inbetween.frame;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.storage.Scratch;

/** Pairs to try Inbetween with, for people who have none at hand. */
@ApplicationScoped
public class SamplePairs {

    private static final List<Sample> ALL = List.of(
            new Sample("flower", "Glass flower, bud to bloom", "A closed glass bud in a vase", "The same flower in full bloom"),
            new Sample("room", "Desk lamp, dawn to dusk", "A desk by a window at dawn", "The same desk at dusk, the lamp lit"),
            new Sample("box", "Packshot, closed to open", "A closed box", "The same box, open, with a jar in it"));

    @Inject
    FrameUpload upload;
    @Inject
    Scratch scratch;

    /**
     * @param name in addresses and forms
     * @param title what a person reads
     * @param first what is seen on the first frame
     * @param last what is seen on the last frame
     */
    public record Sample(String name, String title, String first, String last) {

        public String firstUrl() {
            return "/samples/" + name + "-first.png";
        }

        public String lastUrl() {
            return "/samples/" + name + "-last.png";
        }
    }

    public List<Sample> all() {
        return ALL;
    }

    /** Makes the two pictures of a sample frames of that person; empty if there is no such sample. */
    public Optional<FramePair> named(String name, UUID owner) {
        return ALL.stream().filter(sample -> sample.name().equals(name)).findFirst()
                .map(sample -> new FramePair(store(sample.firstUrl(), owner), store(sample.lastUrl(), owner)));
    }

    private Frame store(String url, UUID owner) {
        try {
            Path copy = scratch.file("sample-", ".png");
            try (InputStream picture = resource(url)) {
                Files.copy(picture, copy);
                return upload.store(owner, copy, url);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String url) {
        return Thread.currentThread().getContextClassLoader().getResourceAsStream("META-INF/resources" + url);
    }
}
