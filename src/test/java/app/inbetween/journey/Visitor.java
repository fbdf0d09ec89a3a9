package app.inbetween.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;

/** Somebody at a browser, who goes by what is written on the page. */
class Visitor {

    private static final Pattern FILM = Pattern.compile("/generations/[0-9a-f-]{36}$");
    private static final double A_CLIP_MILLIS = 60_000;

    final Page page;

    private final List<String> complaints = new ArrayList<>();
    private final Set<Integer> foreseen = new HashSet<>();
    private String name;

    Visitor(Page page) {
        this.page = page;
        page.onConsoleMessage(message -> {
            // The identity provider's page has no icon, which is not ours to mend.
            if (message.type().equals("error") && !message.location().contains("/favicon.ico")) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(complaints::add);
    }

    /** What the browser's console says went wrong, without what was foreseen. */
    List<String> complaints() {
        return complaints.stream().filter(complaint -> !isForeseen(complaint)).toList();
    }

    /** A request that a newer one replaces is broken off, which htmx notes as if it were a fault. */
    private boolean isForeseen(String complaint) {
        return complaint.startsWith("htmx:sendAbort") || complaint.startsWith("htmx:afterRequest")
                || foreseen.stream().anyMatch(status -> complaint.contains("a status of " + status)
                        || complaint.contains("Error Code " + status));
    }

    /** A refusal with that status is part of the story; browsers note it in the console all the same. */
    void foresees(int status) {
        foreseen.add(status);
    }

    String name() {
        return name;
    }

    /** By the front door; the identity provider of trials and tests asks for no password. */
    Visitor signsIn(String name) {
        page.navigate("/");
        link("Sign in").click();
        choosesAccount(name);
        assertThat(page).hasURL(Pattern.compile("/create$"));
        return this;
    }

    void choosesAccount(String name) {
        this.name = name;
        Locator known = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
        assertThat(page.getByText("Custom user")).isVisible();
        if (known.count() > 0) {
            known.click();
            return;
        }
        page.getByText("Custom user").click();
        page.getByPlaceholder("Name").fill(name);
        page.getByPlaceholder("Roles (comma-separated)").fill("user");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Login").setExact(true)).click();
    }

    void opens(String path) {
        page.navigate(path);
    }

    /** Both wells are filled once this returns. */
    void triesSample(String title) {
        button(title).click();
        assertThat(button("Remove the last frame")).isVisible();
    }

    /** The shortest and cheapest film there is, by the model that draws quickest. */
    void makesItShort() {
        chooses("Model", "Crossfade");
        chooses("Resolution", "480p");
        chooses("Duration", "1 s");
        assertThat(generateButton()).containsText("Generate for 0.1 credits");
    }

    /** With scripts, which ask the server what follows from it. */
    void chooses(String group, String option) {
        Locator choice = choice(group, option);
        if (!choice.isChecked()) {
            answered(() -> choice.check(new Locator.CheckOptions().setForce(true)));
        }
        assertThat(choice).isChecked();
    }

    /** Does something that has the form sent, and waits for the answer. */
    void answered(Runnable deed) {
        page.waitForResponse(answer -> answer.url().endsWith("/create") && answer.request().method().equals("POST"), deed);
    }

    /** @param option how its label begins */
    Locator choice(String group, String option) {
        return page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(group).setExact(true))
                .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + option + "\\b")));
    }

    Locator generateButton() {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Generate")));
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    /** A part of the page with that heading. */
    Locator card(String heading) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(heading).setExact(true));
    }

    /** What the page says has just been done. */
    Locator done() {
        return page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("Done"));
    }

    /** Where a file is chosen. */
    Locator well(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /** What is said at a well: what is in it, and what is wrong with what was not taken. */
    Locator saidAt(String label) {
        return page.locator("#" + well(label).getAttribute("aria-describedby"));
    }

    /** The page of the clip that was asked for, whatever it says yet. */
    String reachesTheClip() {
        assertThat(page).hasURL(FILM);
        return page.url();
    }

    /** Waits, on the page of a clip, until it is the player. */
    Locator film() {
        Locator film = page.locator("video");
        assertThat(film).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(A_CLIP_MILLIS));
        return film;
    }

    /** What the film's address answers to this person. */
    byte[] downloads(Locator film) {
        return page.request().get(film.getAttribute("src")).body();
    }

    /** Credits in the header, as written there. */
    String balance() {
        return page.getByRole(AriaRole.BANNER).getByRole(AriaRole.LINK,
                new Locator.GetByRoleOptions().setName(Pattern.compile("credits$"))).textContent().replaceAll("[^\\d.]", "");
    }
}
