package app.inbetween.admin.audit;

import static app.inbetween.admin.Office.csv;
import static app.inbetween.admin.Office.does;
import static app.inbetween.admin.Office.form;
import static app.inbetween.admin.Office.found;
import static app.inbetween.admin.Office.html;
import static app.inbetween.admin.Office.read;
import static app.inbetween.admin.Office.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.inbetween.SettableClock;
import app.inbetween.account.People;
import app.inbetween.account.User;
import app.inbetween.database.Sql;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
@TestSecurity(user = "audit ada", roles = { "admin", "user" })
class AuditTest {

    @Inject
    People people;
    @Inject
    Sql sql;
    @Inject
    SettableClock clock;

    private User ben;

    @BeforeEach
    void benIsThere() {
        ben = people.register("audit ben " + UUID.randomUUID());
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void whatWasDoneIsReadWithWhatWasBeforeAndWhy() {
        clock.set(Instant.parse("2026-11-21T14:20:00Z"));
        grant("For <the> film");

        assertThat(read("/admin/audit?subject=" + ben.id))
                .contains("21 November 2026, 14:20 audit ada Granted credits 5 credits "
                        + ben.name + " 100 free → 105 free For &lt;the&gt; film 127.0.0.1");
        assertThat(html("/admin/audit?subject=" + ben.id)).contains("href=\"/admin/users/" + ben.id + "\"");
        assertThat(csv("/admin/audit.csv?subject=" + ben.id)).isEqualTo("\uFEFFWhen,Who,What,Object,Whom,Before,After,Reason,"
                + "Address\r\n2026-11-21T14:20:00Z,audit ada,Granted credits,5 credits," + ben.name
                + ",100 free,105 free,For <the> film,127.0.0.1\r\n");
    }

    @Test
    void itIsFoundByWhoWhomWhatAndDay() {
        clock.set(Instant.parse("2026-10-31T23:59:59Z"));
        grant("The first reason");
        clock.set(Instant.parse("2026-11-01T00:00:00Z"));
        grant("The second reason");
        String of = "/admin/audit?subject=" + ben.name.replace(" ", "+");

        assertThat(read(of)).contains("The first reason", "The second reason");
        assertThat(read(of + "&actor=AUDIT+ada&action=Granted+credits")).contains("The first reason", "The second reason");
        assertThat(read(of + "&actor=nobody")).contains("Nothing fits.");
        assertThat(read(of + "&action=Deactivated+a+person")).contains("Nothing fits.");
        assertThat(read(of + "&from=2026-11-01")).contains("The second reason").doesNotContain("The first reason");
        assertThat(read(of + "&to=2026-10-31")).contains("The first reason").doesNotContain("The second reason");
        assertThat(csv("/admin/audit.csv?subject=" + ben.id + "&from=2026-11-01&to=2026-11-01")).contains("The second reason")
                .doesNotContain("The first reason");
        assertThat(read(of + "&from=someday&before=nonsense")).contains("The first reason");
    }

    @Test
    void itIsReadInPagesThatNewNotesDoNotShift() {
        for (int i = 1; i <= AuditTrail.PAGE + 2; i++) {
            grant("Reason number " + i + ".");
        }
        String first = html("/admin/audit?subject=" + ben.id);
        grant("Reason number 99.");

        String second = read(found(first, "href=\"([^\"]*before=[^\"]*)\"").replace("&amp;", "&"));

        assertThat(text(first)).contains("Reason number 52.", "Reason number 3.").doesNotContain("Reason number 2.");
        assertThat(second).contains("Reason number 2.", "Reason number 1.", "Newest").doesNotContain("Reason number 3.");
    }

    @ParameterizedTest
    @ValueSource(strings = { "UPDATE audit_entry SET reason = 'none'", "DELETE FROM audit_entry", "TRUNCATE audit_entry" })
    void nothingOfItCanBeChanged(String change) {
        assertThatThrownBy(() -> sql.run(change)).rootCause().hasMessageContaining("append-only");
    }

    private void grant(String reason) {
        does("/admin/users/" + ben.id + "/grants", form("amount", "5", "reason", reason));
    }
}
