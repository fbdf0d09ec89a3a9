package app.inbetween.journey;

import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(OpenStudio.class)
class CancelTest {

    @RegisterExtension
    final Visits visits = new Visits();

    @Test
    void whatWasHeldComesBackWhenAClipIsCalledOffWhileItIsDrawn() {
        Visitor dora = visits.newcomer();
        dora.triesSample("Packshot");
        dora.chooses("Resolution", "1080p");
        dora.chooses("Duration", "10 s");
        dora.generateButton().click();
        dora.reachesTheClip();
        assertThat(dora.page.getByText(Pattern.compile("^\\d+ of 240 frames")).first()).isVisible();
        assertThat(dora.balance()).isEqualTo("80");

        dora.button("Cancel, 20 credits come back").click();

        assertThat(dora.heading("You cancelled this clip")).isVisible();
        assertThat(dora.page.getByText("You were not charged.")).isVisible();
        assertThat(dora.balance()).isEqualTo("100");
        dora.opens("/credits");
        assertThat(dora.page.getByText("Returned 20: cancelled")).isVisible();
        assertNoViolations();
    }
}
