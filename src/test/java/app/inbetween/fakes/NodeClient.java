package app.inbetween.fakes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A provider's own npm client, run by the machine's Node. What it needs lies in the test resources below {@code node/<name>/}:
 * a
 * {@code package.json} that names exact versions, and the script {@code client.mjs}. Only what a machine cannot help, having no
 * Node or no way to the registry, keeps it from being run; whatever else goes wrong is an error.
 */
public final class NodeClient {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LEAST_NODE = 18;
    /** As a shell has it. */
    private static final int NO_PROGRAM = 127;
    /** What npm calls a registry that it cannot reach; one that answers, whatever it says, is not among them. */
    private static final Pattern UNREACHABLE = Pattern.compile(
            "code (ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)");

    private final String name;
    private final String node;
    private final String npm;
    private final Path home;

    public NodeClient(String name) {
        this(name, "node", System.getProperty("os.name").startsWith("Windows") ? "npm.cmd" : "npm");
    }

    /** @param node and {@code npm} the programs to run */
    NodeClient(String name, String node, String npm) {
        this.name = name;
        this.node = node;
        this.npm = npm;
        home = Path.of("target", "node", name).toAbsolutePath();
    }

    /** What came of it. */
    public sealed interface Outcome {
    }

    /** Its exit code, and what it wrote. */
    public record Ran(int exit, String output, String errors) implements Outcome {
    }

    /** It could not be run here, and the words say why; they have been printed. */
    public record NotRun(String words) implements Outcome {
    }

    /** Installs the packages, and runs the script with these arguments. */
    public Outcome run(String... arguments) {
        Optional<NotRun> missing = install();
        if (missing.isPresent()) {
            return missing.get();
        }
        try {
            copy("client.mjs");
            return run(Stream.concat(Stream.of(node, "client.mjs"), Stream.of(arguments)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Installs the packages once; returns why that cannot be done here.
     *
     * @throws AssertionError with npm's words if it can reach the registry and all the same installs nothing
     */
    Optional<NotRun> install() {
        try {
            int version = version();
            if (version < LEAST_NODE) {
                return notRun(version == 0 ? "there is no Node on this machine" : "Node " + version + " is too old");
            }
            Ran installation = installation();
            return installation.exit() == 0 ? Optional.empty() : notInstalled(installation);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of a package. */
    Path file(String path) {
        return home.resolve("node_modules").resolve(path);
    }

    private Optional<NotRun> notInstalled(Ran installation) {
        if (installation.exit() == NO_PROGRAM) {
            return notRun("there is no npm on this machine");
        }
        Matcher unreachable = UNREACHABLE.matcher(installation.errors());
        if (unreachable.find()) {
            return notRun("the registry cannot be reached (" + unreachable.group(1) + ")");
        }
        throw new AssertionError("npm could not install the client of " + name + " (exit " + installation.exit() + "): "
                + installation.errors().strip());
    }

    private Optional<NotRun> notRun(String why) {
        NotRun outcome = new NotRun("The npm client of " + name + " was not run: " + why + ".");
        System.out.println(outcome.words());
        return Optional.of(outcome);
    }

    /** The major one; 0 where there is none. */
    private int version() throws IOException {
        Files.createDirectories(home);
        try {
            Ran version = run(List.of(node, "--version"));
            return version.exit() == 0 ? Integer.parseInt(version.output().strip().replaceFirst("^v(\\d+).*", "$1")) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** Nothing to do where exactly this has been installed before. */
    private Ran installation() throws IOException {
        Path installed = home.resolve("installed.json");
        Path wanted = copy("package.json");
        if (Files.exists(installed) && Files.mismatch(installed, wanted) < 0) {
            return new Ran(0, "", "");
        }
        Ran installation = npm();
        if (installation.exit() == 0) {
            Files.copy(wanted, installed, StandardCopyOption.REPLACE_EXISTING);
        }
        return installation;
    }

    private Ran npm() {
        try {
            return run(List.of(npm, "install", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund",
                    "--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000",
                    "--fetch-timeout=30000", "--loglevel=error"));
        } catch (IOException e) {
            return new Ran(NO_PROGRAM, "", "");
        }
    }

    private Path copy(String file) throws IOException {
        String resource = "node/" + name + "/" + file;
        try (InputStream content = NodeClient.class.getClassLoader().getResourceAsStream(resource)) {
            if (content == null) {
                throw new IOException(resource + " is missing");
            }
            Path copy = home.resolve(file);
            Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
            return copy;
        }
    }

    /** @throws IOException if there is no such program */
    private Ran run(List<String> command) throws IOException {
        Path output = Files.createTempFile("node-", ".out");
        Path errors = Files.createTempFile("node-", ".err");
        try {
            Process process = new ProcessBuilder(command).directory(home.toFile()).redirectOutput(output.toFile())
                    .redirectError(errors.toFile()).start();
            int exit = exit(process);
            return new Ran(exit, Files.readString(output, StandardCharsets.UTF_8),
                    Files.readString(errors, StandardCharsets.UTF_8));
        } finally {
            Files.deleteIfExists(output);
            Files.deleteIfExists(errors);
        }
    }

    private static int exit(Process process) {
        try {
            if (process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        return -1;
    }
}
