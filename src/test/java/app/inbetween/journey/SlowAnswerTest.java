package app.inbetween.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Somebody who types faster than the studio answers. */
@QuarkusTest
@TestProfile(OpenStudio.class)
class SlowAnswerTest {

    @RegisterExtension
    final Visits visits = new Visits();

    @Test
    void whatIsTypedWhileAnAnswerIsOnItsWayStays() {
        Visitor dora = visits.newcomer();
        dora.triesSample("Packshot");
        List<Route> held = new ArrayList<>();
        dora.page.route("**/create", held::add, new Page.RouteOptions().setTimes(1));
        Locator most = dora.page.getByLabel("for at most");

        dora.page.getByLabel("If it fails, try another model").check();
        dora.page.waitForCondition(() -> !held.isEmpty());
        // What is typed may be sent, and answered, before the first answer goes on: either one counts.
        dora.answered(() -> {
            most.fill("40");
            held.get(0).resume();
        });

        assertThat(dora.page.getByLabel("If it fails, try another model")).isChecked();
        assertThat(most).isFocused();
        assertThat(most).hasValue("40");
        dora.answered(() -> most.press("Tab"));
        dora.page.reload();
        assertThat(most).hasValue("40");
    }
}
