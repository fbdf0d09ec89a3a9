package app.inbetween.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import app.inbetween.database.Sql;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** Every form asks what the price is: in a long book, too, it is found by index. */
@QuarkusTest
class PricePlanTest {

    @Inject
    Sql sql;

    @Test
    @TestTransaction
    void thePriceInForceIsFoundByIndex() {
        sql.run("""
                INSERT INTO price (model, resolution, version, per_second, valid_from)
                SELECT 'plan/' || n % 1000, '720p', n / 1000 + 1, 1000, '2026-01-01T00:00:00Z'::timestamptz + n * interval '1 hour'
                FROM generate_series(0, 19999) n
                """);
        sql.run("ANALYZE price");

        assertThat(plan(PriceBook.IN_FORCE)).contains("price_in_force").doesNotContain("Seq Scan on price p");
    }

    private String plan(String query) {
        List<String> lines = sql.all("EXPLAIN " + query, row -> row.getString(1), "plan/7", "720p", "standard",
                Instant.parse("2027-01-01T00:00:00Z"));
        return String.join("\n", lines);
    }
}
