package app.inbetween.admin.person;

import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import app.inbetween.SettableClock;
import app.inbetween.account.People;
import app.inbetween.account.User;
import app.inbetween.admin.Books;
import app.inbetween.database.Sql;
import app.inbetween.ledger.Bookkeeper;
import app.inbetween.ledger.Ledger;

/** An administrator, giving ada, in front of the page of giving ben, who has the welcome credits. */
class GivingDesk {

    static final String REASON = "Spring film, four more shots";

    @Inject
    People people;
    @Inject
    Ledger ledger;
    @Inject
    Bookkeeper keeper;
    @Inject
    Books books;
    @Inject
    SettableClock clock;
    @Inject
    Sql sql;

    User ben;

    @BeforeEach
    void benIsThere() {
        clock.set(Instant.parse("2026-11-21T14:20:00Z"));
        ben = people.register("giving ben");
    }

    @AfterEach
    void theBooksAreInOrder() {
        clock.reset();
        assertNoViolations();
    }

    String path(String verb) {
        return "/admin/users/" + ben.id + (verb.isEmpty() ? "" : "/" + verb);
    }

    String free() {
        return ledger.balance(ben.id).available().toString();
    }

    static <T> List<T> together(Callable<T> one, Callable<T> other) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<T> first = threads.submit(one);
            Future<T> second = threads.submit(other);
            return List.of(first.get(), second.get());
        } finally {
            threads.shutdown();
        }
    }
}
