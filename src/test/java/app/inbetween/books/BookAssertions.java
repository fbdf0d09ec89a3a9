package app.inbetween.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.inject.spi.CDI;

/** What must hold after every test in which clips and credits move together. */
public final class BookAssertions {

    private BookAssertions() {
    }

    /**
     * In a test that runs Quarkus.
     *
     * @param users whose books must be in order; everybody's if none is named, which only a database of one's own stands
     */
    public static void assertBalanced(UUID... users) {
        assertThat(findings(users)).as("findings in the books").isEmpty();
    }

    static List<Finding> findings(UUID... users) {
        List<Finding> all = CDI.current().select(Inspector.class).get().inspect();
        return users.length == 0 ? all
                : all.stream().filter(finding -> finding.user().filter(Set.of(users)::contains).isPresent()).toList();
    }
}
