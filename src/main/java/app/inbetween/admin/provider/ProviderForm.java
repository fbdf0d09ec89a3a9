package app.inbetween.admin.provider;

import java.util.HashMap;
import java.util.Map;

import org.jboss.resteasy.reactive.RestForm;

import app.inbetween.admin.form.TypedForm;

/** The fields of all forms about a provider. */
public class ProviderForm {

    @RestForm
    String key;
    @RestForm
    String action;
    @RestForm
    String reason;
    @RestForm
    String model;

    TypedForm typed() {
        Map<String, String> values = new HashMap<>();
        values.put("key", key);
        values.put("action", action);
        values.put("reason", reason);
        values.put("model", model);
        return new TypedForm(values);
    }
}
