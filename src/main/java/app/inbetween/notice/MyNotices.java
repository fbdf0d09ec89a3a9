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

    /** Newest first; none on the answer to a form, where putting one away would lose what was typed. */
    public List<Notice> all() {
        return currentUser.isSignedIn() && !page.address().isEmpty() ? notices.of(currentUser.id()) : List.of();
    }
}
