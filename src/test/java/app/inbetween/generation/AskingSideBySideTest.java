package app.inbetween.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import app.inbetween.database.Sql;
import app.inbetween.generation.Studio.Person;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** Callers share transactions, but nobody waits for the account of somebody else. */
@QuarkusTest
class AskingSideBySideTest extends OpenStudio {

    @Inject
    Sql sql;

    @Test
    void whoseAccountIsLockedHoldsUpNobodyElse() throws Exception {
        Person cleo = studio.person("cleo");
        Ask bens = studio.ask(ben, "ben's");
        QuarkusTransaction.begin();
        sql.all("SELECT user_id FROM credit_account WHERE user_id = ? FOR UPDATE", row -> true, ben.id());
        CompletableFuture<Generation> waiting = CompletableFuture.supplyAsync(() -> generations.ask(bens));

        Generation cleos = CompletableFuture.supplyAsync(() -> studio.asks(cleo)).get(20, TimeUnit.SECONDS);

        assertThat(cleos.owner).isEqualTo(cleo.id());
        assertThat(waiting).isNotDone();
        QuarkusTransaction.rollback();
        assertThat(waiting.get(20, TimeUnit.SECONDS).owner).isEqualTo(ben.id());
    }
}
