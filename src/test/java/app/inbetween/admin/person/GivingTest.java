package app.inbetween.admin.person;

import static app.inbetween.admin.Office.does;
import static app.inbetween.admin.Office.form;
import static app.inbetween.admin.Office.html;
import static app.inbetween.admin.Office.led;
import static app.inbetween.admin.Office.read;
import static app.inbetween.admin.Office.refused;
import static app.inbetween.admin.Office.send;
import static app.inbetween.admin.Office.text;
import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.inbetween.SettableClock;
import app.inbetween.account.People;
import app.inbetween.account.User;
import app.inbetween.admin.Books;
import app.inbetween.database.Sql;
import app.inbetween.ledger.Bookkeeper;
import app.inbetween.ledger.Ledger;
import app.inbetween.ledger.Lot;
import app.inbetween.price.Credits;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
@TestSecurity(user = "giving ada", roles = { "admin", "user" })
class GivingTest {

    private static final String REASON = "Spring film, four more shots";

    @Inject
    People people;
    @Inject
    Ledger ledger;
    @Inject
    Bookkeeper keeper;
    @Inject
    Books books;
    @Inject
    SettableClock clock;
    @Inject
    Sql sql;

    private User ben;

    @BeforeEach
    void benIsThere() {
        clock.set(Instant.parse("2026-11-21T14:20:00Z"));
        ben = people.register("giving ben");
    }

    @AfterEach
    void theBooksAreInOrder() {
        clock.reset();
        assertNoViolations();
    }

    @Test
    void aGrantIsEnteredToldAndNoted() {
        String page = does(path("grants"), form("amount", "200", "reason", REASON, "until", "2026-11-30"));

        assertThat(page).contains("200 credits until 30 November 2026 were granted. giving ben has 300 free to spend now.",
                "Granted by giving ada “" + REASON + "”, use until 30 November +200 300",
                "Granted 200 of 200 30 November 2026");
        Lot lot = ledger.lots(ben.id).get(0);
        assertThat(lot.expiresAt()).contains(Instant.parse("2026-12-01T00:00:00Z"));
        assertThat(books.auditOf(ben.id))
                .containsExactly("Granted credits; 200 credits until 30 November 2026; 100 free; 300 free; " + REASON);
        assertThat(books.noticesOf(ben.id)).containsExactly("You were given 200 credits until 30 November 2026: " + REASON);
        assertThat(actors(ben.id)).containsExactly("giving ada");
    }

    @Test
    void aGrantIsPreviewedAndNothingIsGiven() {
        keeper.hold(ben.id, UUID.randomUUID(), 30);
        Map<String, String> form = form("amount", "200", "reason", "", "step", "preview");

        String page = text(send(path("grants"), form).statusCode(200).extract().asString());

        assertThat(page).contains("giving ben has now 70 free, 30 held after this 270 free, 30 held");
        assertThat(free()).isEqualTo("70");
        assertThat(books.auditOf(ben.id)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "abc                | Good work, dear ben | Type an amount above zero",
            "0                  | Good work, dear ben | Type an amount above zero",
            "-5                 | Good work, dear ben | Type an amount above zero",
            "1e9                | Good work, dear ben | Type an amount above zero",
            "0.0001             | Good work, dear ben | Type an amount above zero",
            "''                 | Good work, dear ben | Type an amount above zero",
            "1000000.001        | Good work, dear ben | At most 1",
            "99999999999999999999 | Good work, dear ben | Type an amount above zero",
            "20                 | ''                  | Give a reason of 8 to 500 characters",
            "20                 | short               | Give a reason of 8 to 500 characters" })
    void whatIsWrongIsSaidAndWhatWasTypedIsKept(String amount, String reason, String complaint) {
        for (String verb : new String[] { "grants", "take-backs" }) {
            String page = refused(path(verb), form("amount", amount, "reason", reason));

            assertThat(text(page)).contains(complaint);
            assertThat(page)
                    .contains("name=\"amount\" type=\"text\" inputmode=\"decimal\" autocomplete=\"off\" value=\"" + amount
                            + "\"")
                    .contains(">" + reason + "</textarea>");
        }
        assertThat(free()).isEqualTo("100");
        assertThat(books.auditOf(ben.id)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "yesterday,Type the day as 2026-11-21", "2026-11-20,Choose a day from today on",
            "+99999-01-01,Choose a day from today on" })
    void aDayThatCannotBeIsRefused(String day, String complaint) {
        assertThat(text(refused(path("grants"), form("amount", "5", "reason", REASON, "until", day)))).contains(complaint);
    }

    @Test
    void aFormSentTwiceIsDoneOnce() {
        Map<String, String> grant = form("amount", "200", "reason", REASON);
        Map<String, String> takeBack = form("amount", "50", "reason", REASON);

        String first = led(send(path("grants"), grant));
        String second = led(send(path("grants"), grant));
        does(path("take-backs"), takeBack);
        does(path("take-backs"), takeBack);

        assertThat(second).isEqualTo(first);
        assertThat(free()).isEqualTo("250");
        assertThat(books.auditOf(ben.id)).hasSize(2);
        assertThat(books.noticesOf(ben.id)).hasSize(2);
    }

    @Test
    void aFormSentAtTheSameMomentIsDoneOnce() throws Exception {
        Map<String, String> grant = form("amount", "200", "reason", REASON);

        List<Integer> answers = together(() -> send(path("grants"), grant).extract().statusCode(),
                () -> send(path("grants"), grant).extract().statusCode());

        assertThat(answers).containsExactly(303, 303);
        assertThat(free()).isEqualTo("300");
        assertThat(books.auditOf(ben.id)).hasSize(1);
    }

    @Test
    void aFormThatWasUsedForSomethingElseIsAskedAgain() {
        Map<String, String> grant = form("amount", "200", "reason", REASON);
        does(path("grants"), grant);
        grant.put("amount", "300");

        String page = refused(path("grants"), grant);

        assertThat(text(page)).contains("This form was sent before and said something else");
        assertThat(page).contains("value=\"300\"").doesNotContain(grant.get("key"));
        assertThat(free()).isEqualTo("300");
    }

    @Test
    void aFormThatIsNotOursIsRefused() {
        Map<String, String> grant = form("amount", "200", "reason", REASON);
        grant.put("key", "nonsense");

        assertThat(text(refused(path("grants"), grant))).contains("This form was not ours");
        assertThat(free()).isEqualTo("100");
    }

    @Test
    void onlyWhatIsFreeIsTakenBack() {
        keeper.hold(ben.id, UUID.randomUUID(), 30);

        assertThat(text(refused(path("take-backs"), form("amount", "71", "reason", REASON))))
                .contains("giving ben has 70 free to spend, so 71 cannot be taken back.");
        assertThat(does(path("take-backs"), form("amount", "70", "reason", REASON)))
                .contains("70 credits were taken back. giving ben has 0 free to spend now.");
        assertThat(books.auditOf(ben.id)).containsExactly("Took credits back; 70 credits; 70 free; 0 free; " + REASON);
        assertThat(books.noticesOf(ben.id)).contains("70 credits were taken back: " + REASON);
    }

    @Test
    void aCorrectionPointsAtTheGrantItCorrects() {
        UUID welcome = sql.one("SELECT id FROM credit_entry WHERE user_id = ?", row -> row.getObject(1, UUID.class), ben.id);
        UUID foreign = sql.one("SELECT id FROM credit_entry WHERE user_id = ?", row -> row.getObject(1, UUID.class),
                people.register("giving cleo").id);

        assertThat(html(path(""))).contains("<option value=\"" + welcome + "\">100 on 21 November 2026: Welcome to Inbetween");
        assertThat(text(refused(path("take-backs"), form("amount", "5", "reason", REASON, "entry", foreign.toString()))))
                .contains("That is no grant of giving ben");
        does(path("take-backs"), form("amount", "5", "reason", REASON, "entry", welcome.toString()));

        assertThat(sql.<UUID> one("SELECT original_id FROM credit_entry WHERE user_id = ? AND kind = 'TAKE_BACK'",
                row -> row.getObject(1, UUID.class), ben.id)).isEqualTo(welcome);
    }

    @Test
    void twoWhoTakeBackTheLastCreditsAtOnceTakeThemOnce() throws Exception {
        List<Integer> answers = together(
                () -> send(path("take-backs"), form("amount", "100", "reason", REASON)).extract().statusCode(),
                () -> send(path("take-backs"), form("amount", "100", "reason", REASON)).extract().statusCode());

        assertThat(answers).containsExactlyInAnyOrder(303, 422);
        assertThat(free()).isEqualTo("0");
        assertThat(books.auditOf(ben.id)).hasSize(1);
    }

    @Test
    void whatAClipCostIsGivenBackInPartsAndNeverMore() {
        UUID clip = UUID.randomUUID();
        keeper.hold(ben.id, clip, 40, "Shot <3>");
        keeper.capture(clip, Credits.of(40), "");
        String path = path("refunds/" + clip);

        assertThat(html(path(""))).contains("href=\"" + path + "\"");
        assertThat(html(path)).contains("value=\"40\"").contains("Shot &lt;3&gt;");
        assertThat(does(path, form("amount", "20", "reason", "last frame missed")))
                .contains("20 credits for “Shot &lt;3&gt;” were given back. giving ben has 80 free to spend now.");
        String page = refused(path, form("amount", "21", "reason", "last frame missed"));
        assertThat(text(page)).contains("Of what “Shot &lt;3&gt;” cost, 20 can be given back, not 21.",
                "charged 40 given back so far 20 can still be given back 20");
        assertThat(page).contains("value=\"21\"");
        does(path, form("amount", "20", "reason", "the rest as well"));
        assertThat(read(path)).contains("All of the 40 it cost was given back.");
        assertThat(read(path("refunds"))).contains("all given back");
        assertThat(books.auditOf(ben.id)).containsExactly(
                "Gave credits back; 20 credits for “Shot <3>”; 60 free; 80 free; last frame missed",
                "Gave credits back; 20 credits for “Shot <3>”; 80 free; 100 free; the rest as well");
        assertThat(books.noticesOf(ben.id)).contains("You were given back 20 credits for “Shot <3>”: last frame missed");
    }

    @Test
    void aRefundSentTwiceIsGivenOnce() {
        UUID clip = UUID.randomUUID();
        keeper.hold(ben.id, clip, 40, "Shot 3");
        keeper.capture(clip, Credits.of(40), "");
        Map<String, String> refund = form("amount", "10", "reason", "last frame missed");

        does(path("refunds/" + clip), refund);
        does(path("refunds/" + clip), refund);

        assertThat(free()).isEqualTo("70");
        assertThat(books.auditOf(ben.id)).hasSize(1);
    }

    @Test
    void theClipOfSomebodyElseIsNotFound() {
        UUID clip = UUID.randomUUID();
        keeper.hold(ben.id, clip, 40, "Shot 3");
        keeper.capture(clip, Credits.of(40), "");
        User cleo = people.register("giving cleo");

        send("/admin/users/" + cleo.id + "/refunds/" + clip, form("amount", "10", "reason", REASON)).statusCode(404);
        assertThat(read("/admin/users/" + cleo.id)).doesNotContain("Shot 3");
    }

    @Test
    void clipsAreListedInPagesNewestFirst() {
        for (int shot = 1; shot <= 27; shot++) {
            UUID clip = UUID.randomUUID();
            clock.advance(java.time.Duration.ofSeconds(1));
            keeper.hold(ben.id, clip, 1, "Shot " + shot + ".");
            keeper.capture(clip, Credits.of(1), "");
        }

        String first = html(path("refunds"));
        String second = read(app.inbetween.admin.Office.found(first, "href=\"([^\"]*before=[^\"]*)\""));

        assertThat(text(first)).contains("Shot 27.", "Shot 3.").doesNotContain("Shot 2.");
        assertThat(second).contains("Shot 2.", "Shot 1.").doesNotContain("Shot 3.");
    }

    private String path(String verb) {
        return "/admin/users/" + ben.id + (verb.isEmpty() ? "" : "/" + verb);
    }

    private String free() {
        return ledger.balance(ben.id).available().toString();
    }

    private List<String> actors(UUID person) {
        return sql.all("SELECT u.name FROM credit_entry e JOIN app_user u ON u.id = e.actor WHERE e.user_id = ? ORDER BY e.seq",
                row -> row.getString(1), person);
    }

    private static <T> List<T> together(Callable<T> one, Callable<T> other) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<T> first = threads.submit(one);
            Future<T> second = threads.submit(other);
            return List.of(first.get(), second.get());
        } finally {
            threads.shutdown();
        }
    }
}
