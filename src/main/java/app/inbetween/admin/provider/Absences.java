package app.inbetween.admin.provider;

import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.Config;

/** Why providers are not there, in the words people set it up with. */
@ApplicationScoped
class Absences {

    /** The one that needs no key but an address. */
    private static final String OWN_MACHINE = "comfyui";

    @Inject
    Config config;

    /** Whoever is switched off stays away whatever else is set, so that comes first. */
    Absence of(String provider) {
        String variables = "INBETWEEN_PROVIDER_" + provider.toUpperCase(Locale.ROOT);
        boolean enabled = config.getOptionalValue("inbetween.provider." + provider + ".enabled", Boolean.class).orElse(true);
        return enabled ? new Absence(variables + (provider.equals(OWN_MACHINE) ? "_BASE_URL" : "_API_KEY"), false)
                : new Absence(variables + "_ENABLED=false", true);
    }
}
