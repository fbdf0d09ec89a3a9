package app.inbetween.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {

    private final ScriptedProvider provider = new ScriptedProvider();

    @Test
    void aProviderWithWebhooksIsToldWhereTo() {
        provider.webhooks = Optional.of(new SignedHooks("secret"));

        assertThat(of("https://studio.example.org/").hook(provider, "token")).hasToString(
                "Optional[https://studio.example.org/hooks/scripted/token]");
        assertThat(of("https://example.org/studio").hook(provider, "token")).hasToString(
                "Optional[https://example.org/studio/hooks/scripted/token]");
    }

    @Test
    void nobodyIsToldWithoutAnAddressOrWithoutWebhooks() {
        assertThat(of("https://studio.example.org").hook(provider, "token")).isEmpty();
        provider.webhooks = Optional.of(new SignedHooks("secret"));
        assertThat(new PublicAddress(Optional.empty()).hook(provider, "token")).isEmpty();
        assertThat(of(" ").hook(provider, "token")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://localhost:8080", "http://127.0.0.1:8080", "HTTPS://studio.example.org" })
    void thisMachineNeedsNoCertificate(String address) {
        provider.webhooks = Optional.of(new SignedHooks("secret"));

        assertThat(of(address).hook(provider, "token")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://studio.example.org", "ftp://localhost", "studio.example.org", "https://", "https://a b",
            "https://ada:key@studio.example.org", "https://studio.example.org?page=1", "http://localhost.example.org" })
    void aWrongAddressIsRefusedWithASentence(String address) {
        assertThatThrownBy(() -> of(address)).isInstanceOf(IllegalStateException.class).hasMessageStartingWith(
                "inbetween.public-url is \"").hasMessageEndingWith("such as https://inbetween.example.org.");
    }

    private static PublicAddress of(String address) {
        return new PublicAddress(Optional.of(address));
    }
}
