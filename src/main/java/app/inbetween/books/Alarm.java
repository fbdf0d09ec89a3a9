package app.inbetween.books;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.account.Administrators;
import app.inbetween.notice.Notices;
import app.inbetween.notice.Tone;
import app.inbetween.web.Formats;
import io.quarkus.logging.Log;

/** Tells the log and every administrator what was found in the books. */
@ApplicationScoped
class Alarm {

    private static final int IN_THE_LOG = 20;

    @Inject
    Notices notices;
    @Inject
    Administrators administrators;

    void raise(Check check, List<Finding> findings) {
        administrators.ids().forEach(admin -> notices.takeBack(admin, "books:"));
        if (findings.isEmpty()) {
            return;
        }
        findings.stream().limit(IN_THE_LOG)
                .forEach(finding -> Log.errorf("The books are not in order: %s (user %s, clip %s) %s",
                        finding.rule(), finding.user().map(UUID::toString).orElse("none"),
                        finding.generation().map(UUID::toString).orElse("none"), finding.detail()));
        // What was found before and is still so is not told every night anew.
        String key = "books:" + fingerprint(findings);
        administrators.ids().forEach(admin -> notices.tell(admin, key, Tone.BAD, "The books do not add up",
                Formats.count(findings.size(), "finding") + " in the check of " + Formats.exact(check.started()) + ".",
                "/admin/books"));
    }

    private static UUID fingerprint(List<Finding> findings) {
        String all = findings.stream().map(Finding::toString).sorted().collect(Collectors.joining());
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
    }
}
