package app.inbetween.budget;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import app.inbetween.account.Administrators;
import app.inbetween.account.CurrentUser;

/** What the person behind this request has asked for, for pages. */
@RequestScoped
@Named("creditRequests")
public class OwnRequests {

    @Inject
    CurrentUser currentUser;
    @Inject
    CreditRequests requests;
    @Inject
    Administrators administrators;

    /** What nobody has decided yet. */
    public Optional<CreditRequest> open() {
        return requests.openOf(currentUser.id());
    }

    /** Newest first, without what is open. */
    public List<CreditRequest> answered() {
        return requests.of(currentUser.id()).stream().filter(request -> !request.isOpen()).toList();
    }

    /** An empty form, with an amount to begin with. */
    public RequestForm blank(String amount) {
        return RequestForm.prefilled(amount);
    }

    /** Who decides, at the beginning of a sentence: one name where only one person can. */
    public String decider() {
        List<Administrators.Administrator> all = administrators.all();
        return all.size() == 1 ? all.get(0).name() : "An administrator";
    }
}
