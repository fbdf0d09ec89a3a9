package app.inbetween.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** A keyboard, and eyes that follow the focus: wherever it goes, it has to be seen. */
final class Keys {

    private static final int FAR = 80;

    private static final String NAME = """
            () => {
              const it = document.activeElement;
              const named = (it.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent);
              return (it.getAttribute("aria-label") ?? (named.join(" ").trim() || it.labels?.[0]?.textContent || it.textContent))
                .replace(/\\s+/g, " ").trim();
            }""";

    /** Says what is wrong with how the focus is shown, or nothing. */
    private static final String SEEN = """
            () => {
              const it = document.activeElement;
              if (it === document.body) return "the focus is nowhere";
              const outlined = (part) => getComputedStyle(part).outlineStyle !== "none" && parseFloat(getComputedStyle(part).outlineWidth) > 0;
              const shown = [it.nextElementSibling, it.closest("label"), it].filter((part) => part && outlined(part))[0];
              if (!shown) return "no outline";
              const box = shown.getBoundingClientRect();
              if (box.bottom < 1 || box.top > innerHeight - 1) return "out of sight";
              const x = box.x + box.width / 2;
              const y = (Math.max(0, box.top) + Math.min(innerHeight, box.bottom)) / 2;
              const top = document.elementFromPoint(x, y);
              const whole = shown.closest("label") ?? shown;
              return whole.contains(top) || top?.contains(whole) ? "" : "covered by " + top?.outerHTML.slice(0, 80);
            }""";

    private final Page page;

    Keys(Page page) {
        this.page = page;
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    void type(String text) {
        page.keyboard().type(text);
    }

    /** @param name how the name begins of what shall get the focus */
    void tabTo(String name) {
        walk("Tab", name);
    }

    void backTo(String name) {
        walk("Shift+Tab", name);
    }

    void assertFocusIsSeen(String where) {
        assertThat((String) page.evaluate(SEEN)).as("focus on “" + where + "”").isEmpty();
    }

    private void walk(String key, String name) {
        StringBuilder way = new StringBuilder();
        for (int stop = 0; stop < FAR; stop++) {
            press(key);
            String here = (String) page.evaluate(NAME);
            way.append(" | ").append(here);
            assertFocusIsSeen(here);
            if (here.startsWith(name)) {
                return;
            }
        }
        throw new AssertionError(name + " was not reached by " + key + ": " + way);
    }
}
