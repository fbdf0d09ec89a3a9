package app.inbetween.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import app.inbetween.database.Columns;
import app.inbetween.database.Sql;
import app.inbetween.price.Credits;
import app.inbetween.price.Money;

/** Writes down what accounts went through under their lock: any number of movements of any number of people at once. */
@ApplicationScoped
class Journal {

    /** Foreign keys are checked when the whole statement is done, so the order of its parts does not matter. */
    static final String WRITE = """
            WITH account AS (
              UPDATE credit_account a SET available = n.available, held = n.held, spent = n.spent, granted = n.granted,
                seq = n.seq
              FROM unnest(?::uuid[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
                AS n(user_id, available, held, spent, granted, seq)
              WHERE a.user_id = n.user_id
            ), opened AS (
              INSERT INTO credit_hold (id, user_id, generation_id, quote_id, title, amount, model, resolution, variant,
                length_nanos, per_second, tiers, rounding, price_version, cost_micros, cost_currency, lots, lot_amounts,
                created_at)
              SELECT n.id, n.user_id, n.generation_id, n.quote_id, n.title, n.amount, n.model, n.resolution, n.variant,
                n.length_nanos, n.per_second, n.tiers, n.rounding, n.price_version, n.cost_micros, n.cost_currency,
                n.lots::uuid[], n.lot_amounts::bigint[], n.created_at
              FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[],
                ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[],
                ?::timestamptz[])
                AS n(id, user_id, generation_id, quote_id, title, amount, model, resolution, variant, length_nanos,
                  per_second, tiers, rounding, price_version, cost_micros, cost_currency, lots, lot_amounts, created_at)
            ), resolved AS (
              UPDATE credit_hold h SET state = n.state, refunded = n.refunded,
                captured = CASE n.state WHEN 'CAPTURED' THEN n.captured END, resolved_at = coalesce(h.resolved_at, ?)
              FROM unnest(?::uuid[], ?::text[], ?::bigint[], ?::bigint[]) AS n(id, state, captured, refunded)
              WHERE h.id = n.id
            ), entry AS (
              INSERT INTO credit_entry (id, user_id, seq, kind, hold_id, original_id, amount, available_after, held_after,
                spent_after, actor, reason, idempotency_key, at)
              SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::text[], ?::uuid[], ?::uuid[], ?::bigint[],
                ?::bigint[], ?::bigint[], ?::bigint[], ?::uuid[], ?::text[], ?::text[], ?::timestamptz[])
            ), made AS (
              INSERT INTO credit_lot (id, user_id, source, amount, remaining, exhausted, expires_at, allowance, created_at)
              SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::bigint[], ?::bigint[], ?::boolean[], ?::timestamptz[],
                ?::uuid[], ?::timestamptz[])
            ), spent AS (
              INSERT INTO spend_delta (day, user_id, model, captured, refunded, clips, cost_micros)
              SELECT n.day::date, n.user_id, n.model, n.captured, n.refunded, n.clips, 0
              FROM unnest(?::text[], ?::uuid[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[])
                AS n(day, user_id, model, captured, refunded, clips)
            )
            UPDATE credit_lot l SET remaining = n.remaining, exhausted = n.remaining = 0, expires_at = n.expires_at
            FROM unnest(?::uuid[], ?::bigint[], ?::timestamptz[]) AS n(id, remaining, expires_at)
            WHERE l.id = n.id
            """;

    @Inject
    Sql sql;
    @Inject
    Periods periods;
    @Inject
    Event<CreditsMoved> news;

    void write(Collection<Account> accounts) {
        List<Account> moved = accounts.stream().filter(account -> !account.entries().isEmpty()).toList();
        if (moved.isEmpty()) {
            return;
        }
        sql.run(WRITE, Stream.of(accounts(moved), opened(all(moved, Account::opened)),
                Stream.of((Object) moved.get(0).entries().get(0).at()), resolved(all(moved, Account::changed)),
                entries(all(moved, Account::entries)), made(all(moved, Account::made)), spent(moved),
                touched(all(moved, Account::touched))).flatMap(Function.identity()).toArray());
        moved.forEach(account -> news.fire(new CreditsMoved(account.user, account.before(), account.balance())));
    }

    private static Stream<Object> accounts(List<Account> moved) {
        return Columns.of(moved).uuid(it -> it.user).number(it -> it.balance().available().millis())
                .number(it -> it.balance().held().millis()).number(it -> it.balance().spent().millis())
                .number(it -> it.balance().granted().millis()).number(Account::seq).arrays();
    }

    private static Stream<Object> opened(List<Hold> holds) {
        return Columns.of(holds).uuid(Hold::id).uuid(Hold::user).uuid(Hold::generation).uuid(it -> it.quote().orElse(null))
                .text(Hold::title).number(it -> it.amount().millis()).text(it -> it.key().model())
                .text(it -> it.key().resolution()).text(it -> it.key().variant()).number(it -> it.length().toNanos())
                .number(it -> it.rate().perSecond().millis()).text(it -> it.rate().tiers()).text(it -> it.rate().rounding())
                .number(it -> (long) it.priceVersion()).number(it -> it.cost().map(Money::micros).orElse(null))
                .text(it -> it.cost().map(Money::currency).orElse(null)).text(it -> list(it.lots().keySet()))
                .text(it -> list(it.lots().values().stream().map(Credits::millis).toList())).moment(Hold::since).arrays();
    }

    private static Stream<Object> resolved(List<Hold> holds) {
        return Columns.of(holds).uuid(Hold::id).text(Hold::state).number(it -> it.captured().millis())
                .number(it -> it.refunded().millis()).arrays();
    }

    private static Stream<Object> entries(List<Entry> entries) {
        return Columns.of(entries).uuid(Entry::id).uuid(Entry::user).number(Entry::seq).text(Entry::kind)
                .uuid(it -> it.hold().orElse(null)).uuid(it -> it.original().orElse(null)).number(it -> it.amount().millis())
                .number(it -> it.after().available().millis()).number(it -> it.after().held().millis())
                .number(it -> it.after().spent().millis()).uuid(it -> it.actor().orElse(null)).text(Entry::reason)
                .text(Entry::key).moment(Entry::at).arrays();
    }

    private static Stream<Object> made(List<Lot> lots) {
        return Columns.of(lots).uuid(Lot::id).uuid(Lot::user).text(Lot::source).number(it -> it.amount().millis())
                .number(it -> it.remaining().millis()).flag(Lot::isExhausted).moment(it -> it.expiresAt().orElse(null))
                .uuid(it -> it.allowance().orElse(null)).moment(Lot::createdAt).arrays();
    }

    private static Stream<Object> touched(List<Lot> lots) {
        return Columns.of(lots).uuid(Lot::id).number(it -> it.remaining().millis()).moment(it -> it.expiresAt().orElse(null))
                .arrays();
    }

    private record Spending(Entry entry, String model) {

        long of(Entry.Kind kind) {
            return entry.kind() == kind ? entry.amount().millis() : 0;
        }
    }

    private Stream<Object> spent(List<Account> moved) {
        List<Spending> spendings = moved.stream().flatMap(Journal::spendings).toList();
        return Columns.of(spendings).text(it -> periods.dayOf(it.entry.at())).uuid(it -> it.entry.user())
                .text(Spending::model).number(it -> it.of(Entry.Kind.CAPTURE)).number(it -> it.of(Entry.Kind.REFUND))
                .number(it -> it.entry.kind() == Entry.Kind.CAPTURE ? 1L : 0L).arrays();
    }

    private static Stream<Spending> spendings(Account account) {
        Map<UUID, Hold> holds = new HashMap<>();
        account.changed().forEach(hold -> holds.put(hold.id(), hold));
        return account.entries().stream()
                .filter(entry -> entry.kind() == Entry.Kind.CAPTURE || entry.kind() == Entry.Kind.REFUND)
                .map(entry -> new Spending(entry, holds.get(entry.hold().orElseThrow()).key().model()));
    }

    private static <T> List<T> all(List<Account> moved, Function<Account, Collection<T>> part) {
        return moved.stream().map(part).flatMap(Collection::stream).toList();
    }

    private static String list(Collection<?> values) {
        return "{" + String.join(",", values.stream().map(Objects::toString).toList()) + "}";
    }
}
