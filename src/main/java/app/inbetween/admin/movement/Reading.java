package app.inbetween.admin.movement;

import java.util.Map;
import java.util.Optional;

/**
 * What came of a form.
 *
 * @param filter empty where something could not be understood
 * @param problems a sentence for each field that could not be
 */
record Reading(Optional<MovementFilter> filter, Map<String, String> problems) {

    String problem(String field) {
        return problems.getOrDefault(field, "");
    }
}
