package app.inbetween.generation;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import app.inbetween.account.CurrentUser;

/** What the header says of the signed-in person's clips in the making. */
@RequestScoped
@Named
public class MyJobs {

    @Inject
    CurrentUser currentUser;

    private List<UUID> unfinished;

    public int unfinished() {
        return ids().size();
    }

    /** The newest of them; only ask when there is one. */
    public UUID latest() {
        return ids().get(0);
    }

    private List<UUID> ids() {
        if (unfinished == null) {
            unfinished = Generation.unfinishedOf(currentUser.id()).stream().map(generation -> generation.id).toList();
        }
        return unfinished;
    }
}
