package app.inbetween.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @ParameterizedTest
    @CsvSource({ "PT0S,just now", "PT59S,just now", "PT1M,1 min ago", "PT59M59S,59 min ago", "PT1H,1 h ago", "PT23H,23 h ago",
            "PT36H,yesterday", "P3D,3 days ago", "P30D,22 Oct 2026" })
    void timesAreToldByHowLongAgoTheyAre(Duration past, String words) {
        assertThat(Formats.ago(NOON.minus(past), NOON)).isEqualTo(words);
    }

    @Test
    void aClockThatIsAheadIsJustNow() {
        assertThat(Formats.ago(NOON.plusSeconds(5), NOON)).isEqualTo("just now");
    }

    @ParameterizedTest
    @CsvSource({ "PT5S,5 s", "PT2.5S,2.5 s", "PT1M20S,1 min 20 s", "PT2M,2 min", "PT2H5M,2 h 5 min" })
    void lengthsAreWrittenInTheirTwoLargestUnits(Duration length, String words) {
        assertThat(Formats.words(length)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({ "999,999 B", "1000,1 kB", "184300,184 kB", "999600,1.0 MB", "4200000,4.2 MB" })
    void sizesAreWrittenInThousands(long bytes, String words) {
        assertThat(Formats.bytes(bytes)).isEqualTo(words);
    }

    @Test
    void oneIsNotMany() {
        assertThat(Formats.count(1, "video")).isEqualTo("1 video");
        assertThat(Formats.count(0, "video")).isEqualTo("0 videos");
    }
}
