package app.inbetween.provider.wire;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MultipartTest {

    @Test
    void aFieldWithoutAValueIsNotSentAsTheWordNull() {
        assertThatThrownBy(() -> new Multipart().field("aspect_ratio", null)).hasMessage("aspect_ratio");
    }
}
