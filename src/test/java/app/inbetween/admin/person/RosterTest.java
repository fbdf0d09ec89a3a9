package app.inbetween.admin.person;

import static app.inbetween.admin.Office.csv;
import static app.inbetween.admin.Office.found;
import static app.inbetween.admin.Office.html;
import static app.inbetween.admin.Office.read;
import static app.inbetween.admin.Office.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.inbetween.SettableClock;
import app.inbetween.account.People;
import app.inbetween.account.User;
import app.inbetween.database.Sql;
import app.inbetween.ledger.Bookkeeper;
import app.inbetween.ledger.Correction;
import app.inbetween.ledger.Ledger;
import app.inbetween.price.Credits;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
@TestSecurity(user = "roster ada", roles = { "admin", "user" })
class RosterTest {

    @Inject
    People people;
    @Inject
    Bookkeeper keeper;
    @Inject
    Ledger ledger;
    @Inject
    SettableClock clock;
    @Inject
    Sql sql;

    @Test
    void everybodyIsListedWithTheirCredits() {
        String name = unique();
        clock.set(Instant.parse("2026-11-21T14:20:00Z"));
        User ben = people.register(name);
        describe(ben, "ben@" + name + ".example", "artists");
        UUID clip = UUID.randomUUID();
        keeper.hold(ben.id, clip, 40);
        keeper.capture(clip, Credits.of(40), "");
        ledger.refund(clip, Correction.of(Credits.of(15), "last frame missed", clip.toString()));
        keeper.hold(ben.id, UUID.randomUUID(), 20);
        clock.reset();

        assertThat(read("/admin/users?find=" + name)).contains(name + " ben@" + name + ".example 55 20 ");
        assertThat(csv("/admin/users.csv?find=" + name)).startsWith("\uFEFFId,Name,E-mail,Roles,Groups,Free,Held,")
                .contains("," + name + ",ben@" + name + ".example,,artists,55,20,").endsWith(",active\r\n");
    }

    @Test
    void whatWasChargedThisMonthCountsAndNoOtherMonth() {
        String name = unique();
        clock.set(Instant.parse("2026-10-31T23:00:00Z"));
        User ben = people.register(name);
        UUID earlier = UUID.randomUUID();
        keeper.hold(ben.id, earlier, 40);
        keeper.capture(earlier, Credits.of(40), "");
        clock.set(Instant.parse("2026-11-01T01:00:00Z"));
        UUID now = UUID.randomUUID();
        keeper.hold(ben.id, now, 7);
        keeper.capture(now, Credits.of(7), "");

        String list = csv("/admin/users.csv?find=" + name);
        String page = read("/admin/users/" + ben.id);
        clock.reset();

        assertThat(list).contains(",53,0,7,2026-11-01T01:00:00Z,active");
        assertThat(page).contains("Charged this month 7", "Charged so far 47 of 100 granted");
    }

    @Test
    void peopleAreFoundByPartsOfNameAndAddressAndByWhatTheyAre() {
        String mark = unique();
        User ben = people.register(mark + " Ben_1");
        User cleo = people.register(mark + " Cleo%");
        describe(cleo, "cleo@" + mark + ".example", "artists" + mark);
        deactivate(ben);

        assertThat(names("/admin/users?find=" + mark)).containsExactly(mark + " Ben_1", mark + " Cleo%");
        assertThat(names("/admin/users?find=" + mark + "+CLEO")).containsExactly(mark + " Cleo%");
        assertThat(names("/admin/users?find=%40" + mark)).containsExactly(mark + " Cleo%");
        assertThat(names("/admin/users?find=" + mark + "+cleo%25")).containsExactly(mark + " Cleo%");
        assertThat(names("/admin/users?find=" + mark + "%25")).isEmpty();
        assertThat(names("/admin/users?group=artists" + mark)).containsExactly(mark + " Cleo%");
        assertThat(names("/admin/users?role=nobody&find=" + mark)).isEmpty();
        assertThat(names("/admin/users?state=active&find=" + mark)).containsExactly(mark + " Cleo%");
        assertThat(names("/admin/users?state=deactivated&find=" + mark)).containsExactly(mark + " Ben_1");
        assertThat(read("/admin/users?find=" + mark + "nobody")).contains("Nobody fits. Show everybody");
    }

    @ParameterizedTest
    @ValueSource(strings = { "name", "free", "spent" })
    void pagesFollowEachOtherInEveryOrder(String sort) {
        String mark = unique();
        for (int i = 0; i < Roster.PAGE + 3; i++) {
            User person = people.register(mark + " " + (char) ('a' + i % 20) + i / 20);
            UUID clip = UUID.randomUUID();
            keeper.hold(person.id, clip, 1 + i % 9);
            keeper.capture(clip, Credits.of(1 + i % 9), "");
        }

        String first = html("/admin/users?sort=" + sort + "&find=" + mark);
        List<String> all = new ArrayList<>(namesIn(first));
        all.addAll(names(found(first, "href=\"([^\"]*after=[^\"]*)\"").replace("&amp;", "&")));

        assertThat(all).hasSize(Roster.PAGE + 3).doesNotHaveDuplicates();
        if (sort.equals("name")) {
            assertThat(all).isSorted();
        }
        List<String> figures = figures(first, sort.equals("free") ? "free" : "charged");
        if (!sort.equals("name")) {
            assertThat(figures.stream().map(Integer::parseInt).toList())
                    .isSortedAccordingTo((one, other) -> other - one);
        }
    }

    @Test
    void aNameIsShownAsItIsAndNeverRunsAsAFormula() {
        String mark = unique();
        people.register("=" + mark + "<b>");

        assertThat(html("/admin/users?find=" + mark)).contains("=" + mark + "&lt;b&gt;");
        assertThat(csv("/admin/users.csv?find=" + mark)).contains(",'=" + mark + "<b>,");
    }

    private static String unique() {
        return "r" + UUID.randomUUID().toString().substring(0, 12).replace("-", "");
    }

    private static List<String> names(String path) {
        return namesIn(html(path));
    }

    private static List<String> namesIn(String html) {
        return all(html, "person__name\">([^<]*)<");
    }

    private static List<String> figures(String html, String label) {
        return all(html, "data-label=\"" + label + "\">([^<]*)<");
    }

    private static List<String> all(String html, String pattern) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(html);
        while (matcher.find()) {
            found.add(text(matcher.group(1)));
        }
        return found;
    }

    private void describe(User user, String email, String group) {
        sql.run("UPDATE app_user SET email = ?, groups = ? WHERE id = ?", email, new String[] { group }, user.id);
    }

    private void deactivate(User user) {
        sql.run("UPDATE app_user SET deactivated_at = now() WHERE id = ?", user.id);
    }
}
