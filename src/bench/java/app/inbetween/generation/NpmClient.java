package app.inbetween.generation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import app.inbetween.fakes.FakeWaveSpeed;
import app.inbetween.fakes.NodeClient;

/** The provider's own client for Node, which waits as it does where nobody says otherwise. It is content with an address. */
final class NpmClient implements Contender {

    private static final String SCRIPT = """
            import wavespeed from 'wavespeed';
            import { createInterface } from 'node:readline';

            const [baseUrl, key, first, last] = process.argv.slice(2);
            const client = new wavespeed.Client(key, { baseUrl });
            const frames = { first_image: await client.upload(first), last_image: await client.upload(last) };
            console.log('ready');
            for await (const prompt of createInterface({ input: process.stdin })) {
              console.log((await client.run('wavespeed-ai/wan-flf2v', { ...frames, prompt, duration: 5 })).outputs[0]);
            }
            """;

    private final Process process;
    private final BufferedReader answers;

    private NpmClient(Process process) {
        this.process = process;
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Empty where there is no Node, which is printed. */
    static Optional<Contender> start(FakeWaveSpeed provider) throws IOException {
        String[] arguments = { provider.origin().toString(), FakeWaveSpeed.KEY, still("flower-first"), still("flower-last") };
        if (!(new NodeClient("wavespeed").run(arguments) instanceof NodeClient.Ran ran)) {
            return Optional.empty();
        }
        if (ran.exit() != 0) {
            throw new IllegalStateException("The npm client is not content with the fake: " + ran.errors());
        }
        Path home = Path.of("target", "node", "wavespeed").toAbsolutePath();
        Files.writeString(home.resolve("wait.mjs"), SCRIPT);
        NpmClient client = new NpmClient(new ProcessBuilder("node", "wait.mjs", arguments[0], arguments[1], arguments[2],
                arguments[3]).directory(home.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start());
        client.await();
        return Optional.of(client);
    }

    @Override
    public String name() {
        return "npm client";
    }

    @Override
    public void ask(String prompt) throws IOException {
        process.outputWriter(StandardCharsets.UTF_8).append(prompt).append('\n').flush();
    }

    @Override
    public void await() throws IOException {
        if (answers.readLine() == null) {
            throw new IllegalStateException("The npm client has ended");
        }
    }

    private static String still(String name) throws IOException {
        Path file = Files.createTempDirectory("still-").resolve(name + ".png");
        try (InputStream content = NpmClient.class.getResourceAsStream("/META-INF/resources/samples/" + name + ".png")) {
            Files.copy(content, file);
        }
        return file.toString();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
