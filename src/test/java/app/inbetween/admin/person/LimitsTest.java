package app.inbetween.admin.person;

import static app.inbetween.admin.Office.does;
import static app.inbetween.admin.Office.form;
import static app.inbetween.admin.Office.html;
import static app.inbetween.admin.Office.read;
import static app.inbetween.admin.Office.refused;
import static app.inbetween.admin.Office.text;
import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.inbetween.account.People;
import app.inbetween.account.User;
import app.inbetween.admin.Books;
import app.inbetween.ledger.Bookkeeper;
import app.inbetween.ledger.LimitExceededException;
import app.inbetween.ledger.SpendingLimit;
import app.inbetween.ledger.SpendingLimits;
import app.inbetween.price.Credits;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
@TestSecurity(user = "limits ada", roles = { "admin", "user" })
class LimitsTest {

    private static final String REASON = "Until the invoice is paid";

    @Inject
    People people;
    @Inject
    SpendingLimits limits;
    @Inject
    Bookkeeper keeper;
    @Inject
    Books books;

    private User ben;

    @BeforeEach
    void benIsThere() {
        ben = people.register("limits ben");
    }

    @Test
    void limitsAreSetToldAndNoted() {
        String page = does(path(), form("daily", "10", "monthly", "60.5", "concurrent", "2", "reason", REASON));

        assertThat(page).contains("The limits of limits ben are set: 10 a day, 60.5 a month, 2 clips at once.",
                "In a day 10 0 used today", "In a month 60.5 0 used this month", "Clips at once 2");
        assertThat(html("/admin/users/" + ben.id)).contains("value=\"60.5\"");
        assertThat(books.auditOf(ben.id)).containsExactly("Set spending limits; ; the usual a day, the usual a month, "
                + "the usual number of clips at once; 10 a day, 60.5 a month, 2 clips at once; " + REASON);
        assertThat(books.noticesOf(ben.id)).containsExactly("Your spending limits were changed: Now 10 a day, 60.5 a month, "
                + "2 clips at once. " + REASON);
        assertThatThrownBy(() -> keeper.hold(ben.id, UUID.randomUUID(), 11)).isInstanceOf(LimitExceededException.class);
        assertNoViolations();
    }

    @Test
    void nothingTypedIsWhatHoldsForEveryone() {
        does(path(), form("daily", "10", "monthly", "60", "concurrent", "2", "reason", REASON));

        String page = does(path(), form("daily", "", "monthly", "", "concurrent", "", "reason", "It was paid"));

        assertThat(page).contains("In a day no limit, as for everyone", "Clips at once as for everyone");
        assertThat(limits.set(ben.id).dailyCap()).isEmpty();
        assertThat(limits.set(ben.id).maxConcurrent()).isEmpty();
    }

    @Test
    void whatThePersonSetStays() {
        limits.set(new SpendingLimit(ben.id, Optional.empty(), Optional.empty(), OptionalInt.empty(),
                Optional.of(Credits.of(30)), Optional.of(Credits.of(7))));

        does(path(), form("daily", "10", "monthly", "60", "concurrent", "", "reason", REASON));

        assertThat(limits.set(ben.id).ownMonthlyCap()).contains(Credits.of(30));
        assertThat(limits.set(ben.id).askAbove()).contains(Credits.of(7));
        assertThat(read("/admin/users/" + ben.id)).contains("Own limit in a month 30 set by the person",
                "Asked twice above 7 set by the person");
    }

    @ParameterizedTest
    @CsvSource({ "daily,abc,Type an amount such as 200", "daily,-1,Type an amount such as 200",
            "monthly,1e9,Type an amount such as 200", "concurrent,0,Type a whole number from 1 to 1000",
            "concurrent,1.5,Type a whole number", "concurrent,1001,Type a whole number", "reason,short,Give a reason" })
    void whatIsWrongIsSaidAndWhatWasTypedIsKept(String field, String value, String complaint) {
        Map<String, String> form = form("daily", "12.25", "monthly", "", "concurrent", "", "reason", REASON);
        form.put(field, value);

        String page = refused(path(), form);

        assertThat(text(page)).contains(complaint);
        assertThat(page).containsPattern("value=\"" + value + "\"|>" + value + "</textarea>");
        assertThat(limits.set(ben.id).dailyCap()).isEmpty();
        assertThat(books.auditOf(ben.id)).isEmpty();
    }

    private String path() {
        return "/admin/users/" + ben.id + "/limits";
    }
}
