package app.inbetween.admin.person;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;

import app.inbetween.database.Sql;

/** Who there is. */
@ApplicationScoped
public class People {

    @Inject
    Sql sql;

    /**
     * Those whom names or e-mail addresses mean.
     *
     * @param found active ones, in the order in which they were named
     * @param unknown what means nobody, or several, or somebody who was deactivated, each with the reason
     */
    public record Named(List<Person> found, List<String> unknown) {
    }

    /** @throws NotFoundException if there is none */
    public Person person(UUID id) {
        return sql.first("SELECT * FROM app_user WHERE id = ?", Person::read, id).orElseThrow(NotFoundException::new);
    }

    /** As {@link #person}, and nobody else changes them until the transaction ends. */
    Person locked(UUID id) {
        return sql.first("SELECT * FROM app_user WHERE id = ? FOR NO KEY UPDATE", Person::read, id)
                .orElseThrow(NotFoundException::new);
    }

    public List<String> roles() {
        return sql.all("SELECT DISTINCT unnest(roles) AS claim FROM app_user ORDER BY claim", row -> row.getString(1));
    }

    public List<String> groups() {
        return sql.all("SELECT DISTINCT unnest(groups) AS claim FROM app_user ORDER BY claim", row -> row.getString(1));
    }

    /** @param texts names or e-mail addresses, in whatever case */
    public Named named(List<String> texts) {
        Map<String, List<Person>> meant = new LinkedHashMap<>();
        texts.stream().map(String::strip).filter(text -> !text.isEmpty())
                .forEach(text -> meant.putIfAbsent(lower(text), new ArrayList<>()));
        String[] wanted = meant.keySet().toArray(String[]::new);
        sql.all("SELECT * FROM app_user WHERE lower(name) = ANY(?) OR lower(email) = ANY(?)", Person::read, wanted, wanted)
                .forEach(person -> List.of(person.name(), person.email()).stream().map(People::lower).distinct()
                        .filter(meant::containsKey).forEach(text -> meant.get(text).add(person)));
        Map<UUID, Person> found = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        meant.forEach((text, people) -> complaint(text, people).ifPresentOrElse(unknown::add,
                () -> found.putIfAbsent(people.get(0).id(), people.get(0))));
        return new Named(List.copyOf(found.values()), unknown);
    }

    private static Optional<String> complaint(String text, List<Person> meant) {
        if (meant.isEmpty()) {
            return Optional.of(text + ": nobody of that name or address has signed in yet");
        }
        if (meant.size() > 1) {
            return Optional.of(text + ": " + meant.size() + " people are called so, use the e-mail address");
        }
        return meant.get(0).isActive() ? Optional.empty() : Optional.of(text + ": is deactivated");
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
