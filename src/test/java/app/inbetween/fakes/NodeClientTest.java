package app.inbetween.fakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeClientTest {

    @TempDir
    Path programs;

    @Test
    void withoutNodeItSaysThatNothingWasRun() {
        assertThat(new NodeClient("nobody", "no-such-node", "npm").run()).isEqualTo(notRun("there is no Node on this machine"));
    }

    @Test
    void whereNodeIsTooOldItSaysSo() throws IOException {
        assertThat(new NodeClient("nobody", node("v16.20.2"), "npm").run()).isEqualTo(notRun("Node 16 is too old"));
    }

    @Test
    void withoutNpmItSaysThatNothingWasRun() throws IOException {
        assertThat(new NodeClient("nobody", node("v20.20.2"), "no-such-npm").run())
                .isEqualTo(notRun("there is no npm on this machine"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ETIMEDOUT" })
    void withoutAWayToTheRegistryItSaysThatNothingWasRun(String code) throws IOException {
        NodeClient client = new NodeClient("nobody", node("v20.20.2"),
                program("npm", "echo 'npm error code " + code + "' >&2; exit 1"));

        assertThat(client.run()).isEqualTo(notRun("the registry cannot be reached (" + code + ")"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "npm error code E404", "npm error code ETARGET", "npm error code EINTEGRITY" })
    void whateverElseNpmCannotDoIsAnErrorInItsOwnWords(String words) throws IOException {
        NodeClient client = new NodeClient("nobody", node("v20.20.2"), program("npm", "echo '" + words + "' >&2; exit 1"));

        assertThatThrownBy(client::run).isInstanceOf(AssertionError.class)
                .hasMessage("npm could not install the client of nobody (exit 1): " + words);
    }

    private static NodeClient.NotRun notRun(String why) {
        return new NodeClient.NotRun("The npm client of nobody was not run: " + why + ".");
    }

    private String node(String version) throws IOException {
        return program("node", "echo " + version);
    }

    private String program(String name, String does) throws IOException {
        Path file = programs.resolve(name);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return Files.writeString(file, "#!/bin/sh\n" + does + "\n").toString();
    }
}
