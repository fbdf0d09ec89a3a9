package app.inbetween.notice;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import app.inbetween.account.CurrentUser;
import app.inbetween.web.Page;

/** What the person behind this request is told, for every page. */
@RequestScoped
@Named
public class MyNotices {

    @Inject
    CurrentUser currentUser;
    @Inject
    Notices notices;
    @Inject
    Page page;

    /**
     * Newest first, without what leads to the very page that is shown. None on the answer to a form, where putting one away
     * would lose what was typed.
     */
    public List<Notice> all() {
        if (!currentUser.isSignedIn() || page.address().isEmpty()) {
            return List.of();
        }
        return notices.of(currentUser.id()).stream().filter(notice -> !notice.href().equals(page.path())).toList();
    }
}
