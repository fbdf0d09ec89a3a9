package app.inbetween.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import app.inbetween.ledger.LedgerAssertions;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** ada runs the credits of the studio; whoever spends them sees all of it in words. */
@QuarkusTest
@TestProfile(OpenStudio.class)
class StudioCreditsTest {

    @RegisterExtension
    final Visits visits = new Visits();

    @AfterEach
    void theBooksAreInOrder() {
        LedgerAssertions.assertNoViolations();
    }

    @Test
    void adaGrantsAndRefundsAndTheStatementAddsUp() {
        Visitor dora = visits.newcomer();
        Visitor ada = visits.signsIn("ada");
        grants(ada, dora.name(), "500", "Spring film, four more shots");
        BigDecimal before = chargedLately(ada);

        dora.opens("/create");
        dora.triesSample("Glass flower");
        dora.makesItShort();
        dora.generateButton().click();
        dora.reachesTheClip();
        dora.film();
        BigDecimal charged = chargedLately(ada);
        refundsHalf(ada, dora.name());

        assertThat(charged.subtract(before)).isGreaterThanOrEqualTo(new BigDecimal("0.1"));
        assertThat(chargedLately(ada)).isLessThan(charged);
        dora.opens("/credits");
        Locator page = dora.page.getByRole(AriaRole.MAIN);
        assertThat(page).containsText("Granted by ada");
        assertThat(page).containsText("Spring film, four more shots");
        assertThat(page).containsText("Given back 0.05");
        assertThat(dora.balance()).isEqualTo("599.95");
        assertThat(lastFreeOf(dora.page.request().get("/credits/statement.csv").text())).isEqualTo("599.95");
    }

    @Test
    void adaPlansAPriceForMondayAndThinksBetterOfIt() {
        String monday = LocalDate.now(ZoneOffset.UTC).with(TemporalAdjusters.next(DayOfWeek.MONDAY)).toString();
        Visitor ada = visits.signsIn("ada");
        ada.opens("/admin/prices/versions?model=local/crossfade&resolution=1080p");
        ada.page.getByLabel("Credits per second").fill("0.5");
        ada.page.getByLabel("Begins").fill(monday + "T00:00");
        ada.page.getByLabel("Reason").fill("The new machines arrive");
        ada.button("Preview").click();
        assertThat(ada.heading("What this price would do")).isVisible();

        ada.button("Confirm").click();

        assertThat(ada.heading("Version 2 is planned")).isVisible();
        assertThat(ada.page.getByText("0.5 per second").first()).isVisible();
        ada.page.getByLabel("Reason for withdrawing it").fill("They come later");
        ada.button("Withdraw").click();
        assertThat(ada.page.getByText("They come later")).isVisible();
        assertThat(ada.heading("Next version")).isVisible();
    }

    private static void grants(Visitor ada, String name, String credits, String reason) {
        opens(ada, name);
        ada.page.locator("summary").filter(new Locator.FilterOptions().setHasText("Grant credits")).click();
        Locator form = ada.page.locator("form[action$='/grants']");
        form.getByLabel("Credits").fill(credits);
        form.getByLabel("Reason").fill(reason);
        assertThat(form).containsText("600 free");
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Grant credits"))
                .click();
        assertThat(ada.page.getByText("Granted").first()).isVisible();
    }

    private static void refundsHalf(Visitor ada, String name) {
        opens(ada, name);
        ada.page.getByRole(AriaRole.LINK,
                new Page.GetByRoleOptions().setName(Pattern.compile("^Give back"))).first().click();
        ada.page.getByLabel("Credits", new Page.GetByLabelOptions().setExact(true)).fill("0.05");
        ada.page.getByLabel("Reason").fill("The last frame was missed");
        ada.button("Give back").click();
        assertThat(ada.page.getByText("Given back 0.05").first()).isVisible();
    }

    private static void opens(Visitor ada, String name) {
        ada.opens("/admin/users");
        ada.page.getByLabel("Name or e-mail").fill(name);
        ada.button("Show").click();
        ada.page.locator(".people__table a.person").first().click();
        assertThat(ada.heading(name)).isVisible();
    }

    /** What the dashboard says was charged in the last seven days. */
    private static BigDecimal chargedLately(Visitor ada) {
        ada.opens("/admin?days=7");
        Locator total = ada.page.locator("#spend-numbers tfoot td");
        return total.count() == 0 ? BigDecimal.ZERO : new BigDecimal(total.last().textContent().replace("\u202f", ""));
    }

    /** Lines stand in the order of time. */
    private static String lastFreeOf(String csv) {
        String[] lines = csv.replace("\uFEFF", "").split("\r\n");
        int column = List.of(lines[0].split(",")).indexOf("Free after");
        return lines[lines.length - 1].split(",")[column];
    }
}
