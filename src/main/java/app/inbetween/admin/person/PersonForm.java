package app.inbetween.admin.person;

import java.util.HashMap;
import java.util.Map;

import org.jboss.resteasy.reactive.RestForm;

import app.inbetween.admin.form.TypedForm;

/** The fields of all forms about one person. */
public class PersonForm {

    @RestForm
    String key;
    @RestForm
    String amount;
    @RestForm
    String reason;
    @RestForm
    String until;
    @RestForm
    String entry;
    @RestForm
    String daily;
    @RestForm
    String monthly;
    @RestForm
    String concurrent;
    @RestForm
    String things;
    @RestForm
    String heir;
    @RestForm
    String step;

    boolean isPreview() {
        return "preview".equals(step);
    }

    TypedForm typed() {
        Map<String, String> values = new HashMap<>();
        values.put("key", key);
        values.put("amount", amount);
        values.put("reason", reason);
        values.put("until", until);
        values.put("entry", entry);
        values.put("daily", daily);
        values.put("monthly", monthly);
        values.put("concurrent", concurrent);
        values.put("things", things);
        values.put("heir", heir);
        return new TypedForm(values);
    }
}
