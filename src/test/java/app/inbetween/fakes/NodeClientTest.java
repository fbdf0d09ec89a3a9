package app.inbetween.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NodeClientTest {

    @Test
    void withoutNodeItSaysThatNothingWasRun() {
        NodeClient.Outcome outcome = new NodeClient("nobody", "no-such-node").run();

        assertThat(outcome).isEqualTo(new NodeClient.NotRun(
                "The npm client of nobody was not run: there is no Node on this machine."));
    }
}
