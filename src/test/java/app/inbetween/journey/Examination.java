package app.inbetween.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

/** Has axe look at what visitors see, dark and light, on a desk and on a phone, and finds what has to be scrolled sideways. */
class Examination implements AfterEachCallback {

    private static final int[] DESK_AND_PHONE = { 1440, 390 };
    private static final int[] WIDTHS = { 360, 390, 768, 1440, 1920 };
    private static final int HEIGHT = 900;

    private final List<String> found = new ArrayList<>();

    @Override
    public void afterEach(ExtensionContext test) {
        List<String> findings = List.copyOf(found);
        found.clear();
        assertThat(findings).isEmpty();
    }

    void check(Visitor visitor, String what) {
        for (int width : DESK_AND_PHONE) {
            visitor.page.setViewportSize(width, HEIGHT);
            visitor.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            examine(axe(visitor), what + " at " + width + ", dark");
            visitor.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            // Of all that axe looks at, only this depends on the colours.
            examine(axe(visitor).withRules(List.of("color-contrast")), what + " at " + width + ", light");
        }
        for (int width : WIDTHS) {
            visitor.page.setViewportSize(width, HEIGHT);
            int needed = (int) visitor.page.evaluate("() => document.documentElement.scrollWidth");
            if (needed > width) {
                found.add(what + " needs " + needed + " pixels at " + width);
            }
        }
    }

    /** Tells of every element that breaks a rule; of those that keep it, one for each rule is enough. */
    private static AxeBuilder axe(Visitor visitor) {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(visitor.page).options(options).setLegacyMode(true);
    }

    private void examine(AxeBuilder axe, String what) {
        AxeResults results = axe.analyze();
        assertThat(results.getPasses()).as("rules that axe tried on " + what).isNotEmpty();
        for (Rule violation : results.getViolations()) {
            found.add(what + ": " + violation.getId() + " at "
                    + violation.getNodes().stream().map(node -> node.getHtml() + " " + node.getFailureSummary()).toList());
        }
    }
}
