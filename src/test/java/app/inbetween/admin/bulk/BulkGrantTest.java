package app.inbetween.admin.bulk;

import static app.inbetween.admin.Office.csv;
import static app.inbetween.admin.Office.form;
import static app.inbetween.admin.Office.html;
import static app.inbetween.admin.Office.led;
import static app.inbetween.admin.Office.read;
import static app.inbetween.admin.Office.refused;
import static app.inbetween.admin.Office.send;
import static app.inbetween.admin.Office.text;
import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

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
import app.inbetween.ledger.Grant;
import app.inbetween.ledger.Ledger;
import app.inbetween.price.Credits;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
@TestSecurity(user = "bulk ada", roles = { "admin", "user" })
class BulkGrantTest {

    private static final String REASON = "For the spring film";

    @Inject
    People people;
    @Inject
    Ledger ledger;
    @Inject
    Books books;
    @Inject
    Sql sql;
    @Inject
    SettableClock clock;

    private String mark;
    private User ben;
    private User cleo;

    @BeforeEach
    void twoPeople() {
        mark = "b" + UUID.randomUUID().toString().substring(0, 8);
        ben = people.register(mark + " ben");
        cleo = people.register(mark + " cleo");
        sql.run("UPDATE app_user SET email = ?, groups = ?, roles = ? WHERE id = ?", "cleo@" + mark + ".example",
                new String[] { "group " + mark }, new String[] { "role " + mark }, cleo.id);
    }

    @AfterEach
    void theBooksAreInOrder() {
        clock.reset();
        assertNoViolations();
    }

    @Test
    void whoGetsWhatIsShownAndThenGivenOnce() {
        String draft = draft("audience", "list", "list", mark + " BEN\r\n cleo@" + mark + ".example;" + mark + " ben");

        assertThat(read(draft)).contains("25.5 credits for each of 2 people", "To those of a list: " + REASON, "In all 51",
                "Give 51 credits to 2 people", mark + " ben +25.5 100 125.5");
        assertThat(csv(draft + "/people.csv")).contains("," + mark + " ben,,100,25.5,125.5,not yet\r\n");
        assertThat(free(ben)).isEqualTo("100");

        assertThat(led(send(draft, Map.of()))).isEqualTo(draft);
        send(draft, Map.of()).statusCode(303);

        assertThat(read(draft)).contains("2 people were given 25.5 credits").doesNotContain("Give 51 credits");
        assertThat(free(ben)).isEqualTo("125.5");
        assertThat(free(cleo)).isEqualTo("125.5");
        assertThat(books.noticesOf(ben.id)).containsExactly("You were given 25.5 credits: " + REASON);
        assertThat(sql.<String> all("SELECT concat_ws('; ', object, after, reason) FROM audit_entry WHERE object LIKE ?",
                row -> row.getString(1), "those of a list, 2 people")).contains("those of a list, 2 people; 25.5 credits each; "
                        + REASON);
        assertThat(read("/admin/grants")).contains("2 people those of a list: " + REASON + " 25.5 51");
    }

    @Test
    void whatCannotBeTakenFromTheListIsNamed() {
        people.register(mark + " twin");
        people.register(mark + " twin");
        sql.run("UPDATE app_user SET deactivated_at = now() WHERE id = ?", cleo.id);

        String draft = draft("audience", "list", "list",
                mark + " ben, " + mark + " twin, " + mark + " cleo, " + mark + " <eva>");

        assertThat(html(draft)).contains(mark + " twin: 2 people are called so, use the e-mail address",
                mark + " cleo: is deactivated", mark + " &lt;eva&gt;: nobody of that name or address has signed in yet");
        assertThat(read(draft)).contains("25.5 credits for each of 1 person");
    }

    @Test
    void aGroupARoleAndEveryoneAreMeantAsTheyAre() {
        String group = draft("audience", "group", "group", "group " + mark);
        String role = draft("audience", "role", "role", "role " + mark);
        sql.run("UPDATE app_user SET deactivated_at = now() WHERE id = ?", ben.id);
        String everyone = draft("audience", "everyone");

        assertThat(read(group)).contains("To everyone in the group group " + mark, "for each of 1 person", mark + " cleo");
        assertThat(read(role)).contains("To everyone with the role role " + mark, "for each of 1 person", mark + " cleo");
        assertThat(csv(everyone + "/people.csv")).contains(mark + " cleo").doesNotContain(mark + " ben");
        assertThat(html("/admin/grants")).contains("<option>group " + mark + "</option>", "<option>role " + mark + "</option>");
    }

    @Test
    void twoWhoConfirmAtOnceGiveItOnce() throws Exception {
        String draft = draft("audience", "list", "list", mark + " ben, " + mark + " cleo");
        Callable<Integer> confirm = () -> send(draft, Map.of()).extract().statusCode();
        ExecutorService threads = Executors.newFixedThreadPool(2);

        assertThat(threads.invokeAll(List.of(confirm, confirm))).allSatisfy(done -> assertThat(done.get()).isEqualTo(303));
        threads.shutdown();

        assertThat(free(ben)).isEqualTo("125.5");
        assertThat(free(cleo)).isEqualTo("125.5");
        assertThat(books.noticesOf(cleo.id)).hasSize(1);
    }

    @Test
    void whatBrokeOffInTheMiddleGoesOnWhereItWas() {
        String draft = draft("audience", "list", "list", mark + " ben, " + mark + " cleo");
        UUID id = UUID.fromString(draft.replaceFirst(".*/", ""));
        // As a node that died right after its first part was committed.
        sql.run("UPDATE bulk_grant SET confirmed_at = now() WHERE id = ?", id);
        QuarkusTransaction.requiringNew().run(() -> {
            ledger.grant(Grant.of(cleo.id, Credits.ofMillis(25_500), REASON, "bulk:" + id + ":" + cleo.id));
            sql.run("UPDATE bulk_grant_person SET given_at = now() WHERE bulk_grant = ? AND user_id = ?", id, cleo.id);
        });

        assertThat(read(draft)).contains("1 were given it", "Go on with the other 1 person");
        send(draft, Map.of()).statusCode(303);

        assertThat(read(draft)).contains("2 people were given 25.5 credits");
        assertThat(free(ben)).isEqualTo("125.5");
        assertThat(free(cleo)).isEqualTo("125.5");
    }

    @Test
    void manyAreGivenTheirsInParts() {
        User[] crowd = new User[BulkGrants.AT_ONCE + 1];
        for (int i = 0; i < crowd.length; i++) {
            crowd[i] = people.register(mark + " crowd " + i);
        }
        sql.run("UPDATE app_user SET groups = ? WHERE name LIKE ?", new String[] { "crowd " + mark }, mark + " crowd %");

        String draft = draft("audience", "group", "group", "crowd " + mark);
        send(draft, Map.of()).statusCode(303);

        assertThat(read(draft)).contains("501 people were given 25.5 credits", "100 at a time Next page");
        assertThat(free(crowd[0])).isEqualTo("125.5");
        assertThat(sql.<String> all("SELECT object FROM audit_entry WHERE object LIKE ? ORDER BY id", row -> row.getString(1),
                "%crowd " + mark + "%")).containsExactlyInAnyOrder("everyone in the group crowd " + mark + ", 500 people",
                        "everyone in the group crowd " + mark + ", 1 person");
    }

    @Test
    void whatCanNoLongerBeUsedIsNotGiven() {
        String today = clock.instant().toString().substring(0, 10);
        String draft = draft("audience", "list", "list", mark + " ben", "until", today);

        clock.set(clock.instant().plus(Duration.ofDays(2)));
        send(draft, Map.of()).statusCode(303);

        assertThat(read(draft)).contains("The last day has passed").doesNotContain("Give 25.5");
        assertThat(free(ben)).isEqualTo("100");
    }

    @ParameterizedTest
    @CsvSource({ "amount,abc,Type an amount above zero", "amount,0,Type an amount above zero",
            "amount,1e9,Type an amount above zero", "amount,-1,Type an amount above zero", "reason,short,Give a reason",
            "until,2020-01-01,Choose a day from today on", "list,nobody whom we know,nobody of that name or address",
            "list,'',That is nobody", "audience,group,That is nobody" })
    void whatIsWrongIsSaidAndWhatWasTypedIsKept(String field, String value, String complaint) {
        Map<String, String> form = form("audience", "list", "list", mark + " ben", "group", "no such group", "amount", "12",
                "reason", "Because it is Monday", "until", "");
        form.put(field, value);

        String page = refused("/admin/grants", form);

        assertThat(text(page)).contains(complaint);
        assertThat(page).contains(form.get("amount"), form.get("reason"), form.get("list"));
        assertThat(free(ben)).isEqualTo("100");
    }

    private String draft(String... fields) {
        Map<String, String> form = form(fields);
        form.put("amount", "25.5");
        form.put("reason", REASON);
        return led(send("/admin/grants", form));
    }

    private String free(User user) {
        return ledger.balance(user.id).available().toString();
    }
}
