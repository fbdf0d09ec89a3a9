package app.inbetween.admin.provider;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;

import app.inbetween.account.CurrentUser;
import app.inbetween.admin.audit.Audit;
import app.inbetween.admin.form.RefusedException;
import app.inbetween.admin.form.TypedForm;
import app.inbetween.provider.Availability;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoProvider;

/** Takes providers and models off the shelf and puts them back; both say what came of it. */
@ApplicationScoped
class Switches {

    @Inject
    Availability availability;
    @Inject
    CurrentUser currentUser;
    @Inject
    Audit audit;

    /** @throws RefusedException if the form is not as it should be */
    String turn(VideoProvider provider, TypedForm form) {
        String reason = form.reason();
        form.require();
        boolean off = form.is("action", "off");
        boolean turned = off ? availability.switchOff(provider.name(), currentUser.id(), reason)
                : availability.switchOn(provider.name());
        if (!turned) {
            return provider.label() + " was switched " + (off ? "off" : "on") + " already.";
        }
        audit.record("Switched a provider " + (off ? "off" : "on"), Optional.empty(), provider.label(), off ? "On" : "Off",
                off ? "Off" : "On", reason);
        return off ? provider.label() + " is switched off. What was asked for before is still made."
                : provider.label() + " is switched on.";
    }

    String offer(VideoProvider provider, TypedForm form) {
        VideoModel model = provider.models().stream().filter(it -> form.is("model", it.id())).findFirst()
                .orElseThrow(NotFoundException::new);
        boolean hide = form.is("action", "hide");
        boolean changed = hide ? availability.hide(model.id(), currentUser.id()) : availability.show(model.id());
        if (changed) {
            audit.record(hide ? "Hid a model" : "Offered a model", Optional.empty(), model.name() + ", " + model.id(),
                    hide ? "Offered" : "Hidden", hide ? "Hidden" : "Offered", "");
        }
        return model.name() + (hide ? " is hidden." : " is offered.");
    }
}
