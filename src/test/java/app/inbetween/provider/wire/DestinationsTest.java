package app.inbetween.provider.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationsTest {

    private final Deque<List<InetAddress>> answers = new ArrayDeque<>();
    private final Destinations destinations = new Destinations(host -> {
        if (answers.isEmpty()) {
            throw new UnknownHostException(host);
        }
        return answers.poll();
    }, Addresses::isPublic, 443);
    private final ResultHosts hosts = new ResultHosts(List.of("films.example", "*.cdn.example"),
            Optional.of(URI.create("http://gpu.lan:8188/some/path")));

    @Test
    void aCallIsBoundToTheAddressThatWasLookedAt() throws IOException {
        resolves("93.184.216.34");

        Call vetted = vetted("https://films.example/a.mp4?sig=1");

        assertThat(vetted.at()).contains(InetAddress.getByName("93.184.216.34"));
        assertThat(vetted.uri().getHost()).isEqualTo("films.example");
    }

    @Test
    void aNameThatLeadsElsewhereTheSecondTimeIsNotAskedASecondTime() throws IOException {
        resolves("93.184.216.34");
        resolves("127.0.0.1");

        Call vetted = vetted("https://films.example/a.mp4");

        assertThat(vetted.at()).contains(InetAddress.getByName("93.184.216.34"));
        assertThat(answers).hasSize(1);
    }

    @Test
    void aNameThatHasLedToAPublicAddressIsLookedAtAgainForTheNextCall() throws IOException {
        resolves("93.184.216.34");
        resolves("127.0.0.1");
        vetted("https://films.example/a.mp4");

        assertThatThrownBy(() -> vetted("https://films.example/a.mp4")).isInstanceOf(RefusedAddressException.class)
                .hasMessage("Nothing is exchanged with https://films.example: it leads into a network that is not public.");
    }

    @Test
    void onePrivateAddressAmongPublicOnesIsEnough() throws IOException {
        resolves("93.184.216.34", "10.1.2.3");

        assertThatThrownBy(() -> vetted("https://films.example/a.mp4")).isInstanceOf(RefusedAddressException.class);
    }

    @Test
    void whereTheOperatorsOwnServerStandsIsTheOperatorsBusiness() throws IOException {
        resolves("192.168.1.20");

        Call vetted = vetted("http://gpu.lan:8188/view?filename=a.mp4");

        assertThat(vetted.at()).contains(InetAddress.getByName("192.168.1.20"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://gpu.lan/view", "https://gpu.lan:8188/view", "http://gpu.lan:8189/view",
            "http://me@gpu.lan:8188/view" })
    void onlyThatVeryOriginIsOwn(String address) throws IOException {
        resolves("93.184.216.34");

        assertThatThrownBy(() -> vetted(address)).isInstanceOf(RefusedAddressException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://films.example/a.mp4", "ftp://films.example/a.mp4", "file:///etc/passwd",
            "https://films.example:8443/a.mp4", "https://films.example:80/a.mp4", "https://films.example./a.mp4",
            "https://other.example/a.mp4", "https://cdn.example/a.mp4", "https://evilcdn.example/a.mp4",
            "https://films.example@evil.example/a.mp4", "https://me:word@films.example/a.mp4",
            "https://evil.example#@films.example/a.mp4", "https://films.example/a.mp4#part",
            "https://films.example.evil.example/",
            "https://films_example/a.mp4", "mailto:me@films.example" })
    void whatIsNotOnTheListIsRefused(String address) throws IOException {
        resolves("93.184.216.34");

        assertThatThrownBy(() -> vetted(address)).isInstanceOf(RefusedAddressException.class);
        assertThat(answers).as("nobody was even looked up").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://93.184.216.34/", "https://1572395042/", "https://0x5db8d822/",
            "https://0x5d.0xb8.0xd8.0x22/",
            "https://0135.0270.0330.042/", "https://127.1/", "https://[::1]/", "https://[fe80::1%25eth0]/",
            "https://[::ffff:7f00:1]/",
            "https://localhost/", "https://films.example.1/", "https://films.example.0x7f/" })
    void noNumberStandsForAName(String address) throws IOException {
        resolves("93.184.216.34");

        assertThatThrownBy(() -> destinations.vetted(Call.get(URI.create(address)), ResultHosts.anyPublic(Optional.empty())))
                .isInstanceOf(RefusedAddressException.class);
    }

    @Test
    void capitalsAreNoDifference() throws IOException {
        resolves("93.184.216.34");

        assertThat(vetted("HTTPS://Films.Example/a.mp4").at()).isPresent();
    }

    @Test
    void aHostThatCannotBeFoundWasNotSentAnything() {
        assertThatThrownBy(() -> vetted("https://a.cdn.example/a.mp4")).isInstanceOf(NotSentException.class)
                .hasMessage("The host a.cdn.example cannot be found");
    }

    @Test
    void anyPublicHostIsStillNoPrivateOne() throws IOException {
        resolves("169.254.169.254");

        assertThatThrownBy(() -> destinations.vetted(Call.put(URI.create("https://any.example/slot")),
                ResultHosts.anyPublic(Optional.empty()))).isInstanceOf(RefusedAddressException.class);
    }

    private Call vetted(String address) throws IOException {
        return destinations.vetted(Call.get(URI.create(address)), hosts);
    }

    private void resolves(String... addresses) throws UnknownHostException {
        InetAddress[] found = new InetAddress[addresses.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = InetAddress.getByName(addresses[i]);
        }
        answers.add(List.of(found));
    }
}
