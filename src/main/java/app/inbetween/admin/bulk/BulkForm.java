package app.inbetween.admin.bulk;

import java.util.HashMap;
import java.util.Map;

import org.jboss.resteasy.reactive.RestForm;

import app.inbetween.admin.form.TypedForm;

/** Who is to be given what. */
public class BulkForm {

    @RestForm
    String audience;
    @RestForm
    String role;
    @RestForm
    String group;
    @RestForm
    String list;
    @RestForm
    String amount;
    @RestForm
    String until;
    @RestForm
    String reason;

    TypedForm typed() {
        Map<String, String> values = new HashMap<>();
        values.put("audience", audience);
        values.put("role", role);
        values.put("group", group);
        values.put("list", list);
        values.put("amount", amount);
        values.put("until", until);
        values.put("reason", reason);
        return new TypedForm(values);
    }
}
