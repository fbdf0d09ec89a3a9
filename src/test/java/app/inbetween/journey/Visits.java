package app.inbetween.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;

import io.quarkus.test.common.http.TestHTTPResourceManager;

/**
 * People who come with a browser of their own. What each saw last is kept in {@code target/journeys} when a test fails, and a
 * page that complains to the console, as about a breach of the content security policy, fails it.
 */
class Visits implements AfterEachCallback {

    private static final Path KEPT = Path.of("target", "journeys");
    private static final double PATIENCE_MILLIS = 20_000;

    private final List<Visitor> visitors = new ArrayList<>();

    Visitor arrives() {
        return arrives(browser -> {
        });
    }

    /** @param browser what is particular about theirs, such as its size */
    Visitor arrives(Consumer<Browser.NewContextOptions> browser) {
        Browser.NewContextOptions options = new Browser.NewContextOptions().setBaseURL(TestHTTPResourceManager.getUri())
                .setViewportSize(1440, 900).setLocale("en-GB").setReducedMotion(ReducedMotion.REDUCE);
        browser.accept(options);
        BrowserContext context = Browsers.chromium().newContext(options);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        Visitor visitor = new Visitor(context.newPage());
        visitors.add(visitor);
        return visitor;
    }

    /** Somebody with the welcome credits and nothing else, at the create form. */
    Visitor newcomer() {
        return signsIn("newcomer " + UUID.randomUUID());
    }

    /** Signed in, and at the create form. */
    Visitor signsIn(String name) {
        return arrives().signsIn(name);
    }

    @Override
    public void afterEach(ExtensionContext test) throws IOException {
        boolean failed = test.getExecutionException().isPresent();
        try {
            for (Visitor visitor : visitors) {
                if (failed || !visitor.complaints().isEmpty()) {
                    keep(test, visitor.page);
                }
                if (!failed) {
                    assertThat(visitor.complaints()).as("console of the browser").isEmpty();
                }
            }
        } finally {
            visitors.forEach(visitor -> visitor.page.context().close());
            visitors.clear();
        }
    }

    private void keep(ExtensionContext test, Page page) throws IOException {
        String name = test.getRequiredTestClass().getSimpleName() + "-" + test.getRequiredTestMethod().getName();
        Files.createDirectories(KEPT);
        page.screenshot(new Page.ScreenshotOptions().setPath(KEPT.resolve(name + ".png")).setFullPage(true));
        Files.writeString(KEPT.resolve(name + ".html"), page.url() + "\n" + page.content());
    }
}
