package app.inbetween.admin.provider;

import static app.inbetween.admin.Office.does;
import static app.inbetween.admin.Office.form;
import static app.inbetween.admin.Office.html;
import static app.inbetween.admin.Office.led;
import static app.inbetween.admin.Office.read;
import static app.inbetween.admin.Office.refused;
import static app.inbetween.admin.Office.send;
import static app.inbetween.admin.Office.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** A provider is switched off and on, one of its models hidden and offered again. */
@QuarkusTest
@TestSecurity(user = ProviderDesk.BOSS, roles = { "admin", "user" })
class SwitchesTest extends ProviderDesk {

    @Test
    void aProviderIsSwitchedOffAndOnWithAReason() {
        assertThat(text(refused(SCRIPTED + "/switch", form("action", "off", "reason", "no")))).contains(
                "Give a reason of 8 to 500 characters.");
        assertThat(catalog.model("scripted/clip")).isPresent();

        Map<String, String> off = form("action", "off", "reason", "It draws nonsense");
        assertThat(does(SCRIPTED + "/switch", off)).contains("Scripted is switched off.", "Switched off by " + BOSS,
                "It draws nonsense", "People can choose its models again");
        does(SCRIPTED + "/switch", off);
        assertThat(catalog.model("scripted/clip")).isEmpty();
        assertThat(does(SCRIPTED + "/switch", form("action", "off", "reason", "Once more, please"))).contains(
                "Scripted was switched off already.");

        assertThat(does(SCRIPTED + "/switch", form("action", "on", "reason", "It draws again"))).contains(
                "Scripted is switched on.");
        assertThat(catalog.model("scripted/clip")).isPresent();
        assertThat(audited("Switched a provider off")).isEqualTo("Scripted: On to Off, It draws nonsense");
        assertThat(audited("Switched a provider on")).isEqualTo("Scripted: Off to On, It draws again");
    }

    @Test
    void aModelIsHiddenAndOfferedAgain() {
        String unpriced = provider.offers("unpriced");
        assertThat(card()).contains("2 offered", "No price at tiny", unpriced, "Hide Scripted");

        Map<String, String> hide = form("action", "hide", "model", "scripted/clip");
        String led = led(send(SCRIPTED + "/models", hide));
        assertThat(led).endsWith("&models=scripted#scripted");
        assertThat(read(led)).contains("Scripted is hidden.", "1 offered, 1 hidden", "Offer Scripted");
        assertThat(html(led)).contains("<details class=\"fold\" open>");
        assertThat(catalog.model("scripted/clip")).isEmpty();

        does(SCRIPTED + "/models", form("action", "offer", "model", "scripted/clip"));
        assertThat(catalog.model("scripted/clip")).isPresent();
        assertThat(audited("Hid a model")).isEqualTo("Scripted, scripted/clip: Offered to Hidden, ");
        send(SCRIPTED + "/models", form("action", "hide", "model", "local/flow")).statusCode(404);
    }

    private String audited(String action) {
        return sql.first("SELECT * FROM audit_entry WHERE action = ? ORDER BY at DESC, id DESC LIMIT 1",
                row -> row.getString("object") + ": " + row.getString("before") + " to " + row.getString("after") + ", "
                        + row.getString("reason"),
                action).orElse("");
    }
}
