package app.inbetween.journey;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.impl.driver.Driver;

/** One Chromium for all journeys of this JVM: the machine's own, or else one that is fetched, and never a skipped test. */
final class Browsers {

    private static final List<String> NAMES = List.of("chromium", "google-chrome", "google-chrome-stable", "chromium-browser");
    private static final List<Path> USUAL_PLACES = List.of(
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
            Path.of("C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe"));
    private static final Map<String, String> NO_DOWNLOAD = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

    private static Browser chromium;

    private Browsers() {
    }

    static synchronized Browser chromium() {
        if (chromium == null) {
            Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(NO_DOWNLOAD));
            chromium = playwright.chromium().launch(options(executable()));
        }
        return chromium;
    }

    private static BrowserType.LaunchOptions options(Optional<Path> executable) {
        List<String> flags = new ArrayList<>(List.of("--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync"));
        if (isRoot()) {
            flags.add("--no-sandbox");
        }
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(flags);
        executable.ifPresent(options::setExecutablePath);
        return options;
    }

    /** Empty where Playwright has one of its own. */
    private static Optional<Path> executable() {
        Optional<Path> found = installed();
        if (found.isPresent() || isDownloaded()) {
            return found;
        }
        return Optional.of(fromDebian().orElseThrow(() -> new IllegalStateException(
                "The browser journeys need Chromium or Chrome: install one, or name it in the environment variable CHROME.")));
    }

    private static Optional<Path> installed() {
        Stream<Path> named = Stream.ofNullable(System.getenv("CHROME")).map(Path::of);
        Stream<Path> onPath = NAMES.stream().flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory, name)));
        return Stream.of(named, onPath, USUAL_PLACES.stream()).flatMap(places -> places).filter(Files::isExecutable)
                .findFirst();
    }

    /** As root on Debian, as in a build's container, the package is both quickest and sure to play H.264. */
    private static boolean isDownloaded() {
        return !(isRoot() && isDebian()) && run(driver("install", "chromium"));
    }

    private static Optional<Path> fromDebian() {
        boolean there = isRoot() && isDebian() && run(new ProcessBuilder("apt-get", "update"))
                && run(new ProcessBuilder("apt-get", "install", "-y", "--no-install-recommends", "chromium"));
        return there ? installed() : Optional.empty();
    }

    private static ProcessBuilder driver(String... arguments) {
        ProcessBuilder command = Driver.ensureDriverInstalled(NO_DOWNLOAD, false).createProcessBuilder();
        command.command().addAll(List.of(arguments));
        return command;
    }

    private static boolean run(ProcessBuilder command) {
        command.environment().put("DEBIAN_FRONTEND", "noninteractive");
        try {
            Process process = command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            if (process.waitFor(10, TimeUnit.MINUTES)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException | PlaywrightException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static boolean isDebian() {
        return Files.exists(Path.of("/etc/debian_version"));
    }
}
