package app.inbetween.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import app.inbetween.database.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SignInTest {

    @Inject
    People people;
    @Inject
    Administrators administrators;
    @Inject
    Descriptions descriptions;
    @Inject
    Sql sql;

    private final String name = "sign-in " + UUID.randomUUID();

    /** Listens to what is new about people. */
    @ApplicationScoped
    static class Descriptions {

        private final List<UUID> heard = new ArrayList<>();

        void hear(@Observes UserDescribed news) {
            heard.add(news.user().id);
        }

        List<UUID> heard() {
            return heard;
        }
    }

    static Stream<Arguments> groups() {
        return Stream.of(Arguments.of(List.of("vfx", "editors"), List.of("editors", "vfx")),
                Arguments.of(List.of("vfx", "vfx", ""), List.of("vfx")), Arguments.of("vfx", List.of("vfx")),
                Arguments.of(null, List.of()));
    }

    @ParameterizedTest
    @MethodSource
    void groups(Object claim, List<String> understood) {
        people.signsIn(name, Set.of("user"), claim);

        assertThat(stored().groups).isEqualTo(understood);
    }

    @Test
    void theNextSignInReplacesRolesAndGroups() {
        people.signsIn(name, Set.of("user", "lead"), List.of("vfx"));
        people.signsIn(name, Set.of("user"), List.of("editors"));

        assertThat(stored().roles).containsExactly("user");
        assertThat(stored().groups).containsExactly("editors");
    }

    @Test
    void onlyWhatIsNewIsStored() {
        UUID user = people.signsIn(name, Set.of("user", "lead"), List.of("vfx")).id;
        people.signsIn(name, Set.of("lead", "user"), List.of("vfx"));
        assertThat(descriptions.heard()).doesNotContain(user);

        people.signsIn(name, Set.of("user"), List.of("vfx"));

        assertThat(descriptions.heard()).containsOnlyOnce(user);
    }

    @Test
    void administratorsAreThoseWhoseLastSignInSaidSo() {
        UUID boss = people.signsIn(name, Set.of("admin"), null).id;
        assertThat(administrators.ids()).contains(boss);

        people.signsIn(name, Set.of("user"), null);

        assertThat(administrators.ids()).doesNotContain(boss);
    }

    @Test
    void whoWasDeactivatedIsNoAdministratorAnyMore() {
        UUID boss = people.signsIn(name, Set.of("admin"), null).id;

        sql.run("UPDATE app_user SET deactivated_at = now() WHERE id = ?", boss);

        assertThat(administrators.ids()).doesNotContain(boss);
    }

    private User stored() {
        return QuarkusTransaction.requiringNew().call(() -> User.<User> find("subject", name).singleResult());
    }
}
