package app.inbetween.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;

/**
 * The Linux builds of ffmpeg and OpenCV name libraries of screens, windows and sound cards, which are never called here but
 * without which nothing starts, and which a server has no reason to have. A small library of the bundle stands in for each.
 */
final class StandIns {

    /** Where JavaCPP looks when a bundled library does not load. */
    private static final String FALLBACK = "org.bytedeco.javacpp.platform.preloadpath";

    private static final List<String> NAMES = List.of("libxcb.so.1", "libxcb-shm.so.0", "libasound.so.2", "libpulse.so.0",
            "libjniopencv_highgui.so");

    // Needs nothing but the C library.
    private static final String UNDERSTUDY = "libdrm.so.2";

    private StandIns() {
    }

    /** To be called before JavaCPP is first used: it reads its settings once. */
    static void announce() {
        if (System.getProperty("os.name").equals("Linux") && System.getProperty(FALLBACK) == null) {
            System.setProperty(FALLBACK, directory().toString());
        }
    }

    /**
     * Makes those that are not there yet.
     *
     * @param bundle directory of the unpacked ffmpeg
     * @return the directory they are in
     */
    static Path from(Path bundle) {
        try {
            Path directory = Files.createDirectories(directory());
            for (String name : NAMES) {
                if (!Files.exists(directory.resolve(name))) {
                    copy(bundle.resolve(UNDERSTUDY), directory.resolve(name));
                }
            }
            return directory;
        } catch (IOException e) {
            throw new FfmpegException("The bundled ffmpeg cannot be prepared in " + directory(), e);
        }
    }

    private static Path directory() {
        Path home = Path.of(System.getProperty("user.home"), ".javacpp", "cache");
        return Path.of(System.getProperty("org.bytedeco.javacpp.cachedir", home.toString()), "stand-ins");
    }

    /** Other processes may be doing the same: nobody sees half a file. */
    private static void copy(Path library, Path standIn) throws IOException {
        Path unfinished = standIn.resolveSibling(UUID.randomUUID().toString());
        Files.copy(library, unfinished);
        Files.move(unfinished, standIn, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
