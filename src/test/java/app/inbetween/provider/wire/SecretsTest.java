package app.inbetween.provider.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

class SecretsTest {

    private static final URI ANYWHERE = URI.create("https://api.example/v1");

    @Test
    void aKeyThatIsRepeatedGoesNoFurther() {
        assertThat(blanked("{\"error\":\"sk-1234567890 is no good\"}", Call.get(ANYWHERE).header("Authorization",
                "Bearer sk-1234567890"))).isEqualTo("{\"error\":\"*** is no good\"}");
        assertThat(blanked("id:secret12 and more", Call.get(ANYWHERE).header("Authorization", "Key id:secret12")))
                .isEqualTo("*** and more");
        assertThat(blanked("kolbo_live_1", Call.get(ANYWHERE).header("X-API-Key", "kolbo_live_1"))).isEqualTo("***");
    }

    @Test
    void aHeaderOfTheOperatorsOwnIsAKeyUnderAnyName() {
        Call call = Call.get(ANYWHERE).header("CF-Access-Client-Secret", "s3cret-of-the-gate").header("X-Gate",
                "pass phrase 1");

        assertThat(blanked("no entry: s3cret-of-the-gate, pass phrase 1", call)).isEqualTo("no entry: ***, ***");
    }

    @Test
    void whatBelongsToEveryRequestIsNoKey() {
        Call call = Call.post(ANYWHERE).body("application/json", new byte[0]).header("accept", "application/json")
                .header("Accept-Encoding", "identity").header("X-DashScope-Async", "enable");

        assertThat(blanked("application/json, identity, enable", call)).isEqualTo("application/json, identity, enable");
    }

    @Test
    void everythingElseComesOutAsItWentIn() {
        byte[] bytes = { 0, (byte) 0xff, (byte) 0xc3, 0x28, 'k', 'e', 'y' };

        assertThat(Secrets.blanked(bytes, Call.get(ANYWHERE).header("Authorization", "Bearer key"))).isEqualTo(bytes);
        assertThat(blanked("text/plain it is", Call.get(ANYWHERE).header("Accept", "text/plain")))
                .isEqualTo("text/plain it is");
    }

    private static String blanked(String body, Call call) {
        return new String(Secrets.blanked(body.getBytes(StandardCharsets.UTF_8), call), StandardCharsets.UTF_8);
    }
}
