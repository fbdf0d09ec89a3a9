package app.inbetween.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({ "glass-bud.jpg, glass-bud.jpg", "C:\\Users\\ada\\bud.jpg, bud.jpg", "../../etc/bud.jpg, bud.jpg",
            "Träume im Büro.png, Träume im Büro.png", "夢.webp, 夢.webp", "<b>&.png, <b>&.png", "' bud.png ', bud.png" })
    void aNameLosesItsPathAndNothingElse(String sent, String name) {
        assertThat(FileName.of(sent).text()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "\0", "/", "C:\\", "\u202e" })
    void whatHasNoNameIsUntitled(String sent) {
        assertThat(FileName.of(sent).text()).isEqualTo("Untitled");
    }

    @Test
    void nothingInANameMovesTheTextAroundIt() {
        assertThat(FileName.of("a\r\nb\0c\u202egpj.exe\u2028d\ud800.png").text()).isEqualTo("a b c gpj.exe d .png");
    }

    @Test
    void aLongNameIsCutBetweenCharacters() {
        assertThat(FileName.of("x".repeat(500)).text()).hasSize(120);
        assertThat(FileName.of("x".repeat(119) + "😀.png").text()).isEqualTo("x".repeat(119));
        assertThat(FileName.of("x".repeat(118) + "😀.png").text()).isEqualTo("x".repeat(118) + "😀");
    }
}
