package app.inbetween.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

import app.inbetween.generation.pace.Breaker;
import app.inbetween.generation.pace.Lane;
import app.inbetween.generation.pace.Lanes;
import app.inbetween.price.Exchange;
import app.inbetween.price.Money;
import app.inbetween.provider.VideoProvider;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Shares the work among the nodes. A claim is a lease on a row, and raises its epoch. */
@ApplicationScoped
class Claims {

    /**
     * The oldest due jobs of each person in turn, under the person's and the provider's cap. The ids go through an array
     * because
     * the planner then takes them by primary key; a join to the locked rows is twenty times slower.
     */
    private static final String NEXT = """
            SELECT %s FROM generation g JOIN (
                SELECT waiting.id, waiting.nth + busy.jobs AS turn, share.jobs AS share
                FROM (SELECT DISTINCT owner FROM generation WHERE provider = :provider AND state = 'QUEUED') person
                CROSS JOIN LATERAL (SELECT coalesce((SELECT max_concurrent FROM spending_limit WHERE user_id = person.owner),
                  cast(:perUser AS integer)) AS jobs) share
                CROSS JOIN LATERAL (SELECT count(*) AS jobs FROM generation
                  WHERE owner = person.owner AND state IN ('SUBMITTING', 'RUNNING')) busy
                CROSS JOIN LATERAL (SELECT id, row_number() OVER (ORDER BY created_at, id) AS nth FROM (
                  SELECT id, created_at FROM generation
                  WHERE provider = :provider AND owner = person.owner AND state = 'QUEUED' AND due_at <= :now
                  ORDER BY created_at, id LIMIT share.jobs) oldest) waiting
              ) fair ON fair.id = g.id %s
              WHERE g.state = 'QUEUED' AND fair.turn <= fair.share
              ORDER BY fair.turn, g.created_at, g.id
              LIMIT greatest(0, least(:free, :room, :cap - (SELECT count(*) FROM generation
                WHERE provider = :provider AND state IN ('SUBMITTING', 'RUNNING'))))
              FOR UPDATE OF g SKIP LOCKED""";

    private static final String SUBMITTING = """
            UPDATE generation SET state = 'SUBMITTING', epoch = epoch + 1, leased_by = :node,
              lease_until = now() + :lease * interval '1 millisecond', submitting_at = :now, attempts = attempts + 1,
              attempt_token = cast(gen_random_uuid() AS text), sent_at = NULL, remote_id = NULL, result_location = NULL,
              billed_millis = NULL, misses = 0, frames_done = NULL, frames_total = NULL
            WHERE id = ANY(%s)
            RETURNING id, epoch""";

    static final String TO_SUBMIT = SUBMITTING.formatted("ARRAY(" + NEXT.formatted("g.id", "") + ")");

    /** What a provider with a budget would be given next, and what each of them will cost us. */
    static final String WITH_COSTS = NEXT.formatted("g.id, h.cost_micros, h.cost_currency",
            "LEFT JOIN credit_hold h ON h.generation_id = g.id");

    private static final String THESE = SUBMITTING.formatted(":ids");

    static final String DUE_IN_STATE = """
            UPDATE generation SET epoch = epoch + 1, leased_by = :node, lease_until = now() + :lease * interval '1 millisecond'
            WHERE id = ANY(ARRAY(
              SELECT id FROM generation
              WHERE state = :state AND due_at <= :now AND (lease_until IS NULL OR lease_until < now())
              ORDER BY due_at LIMIT :free FOR UPDATE SKIP LOCKED))
            RETURNING id, epoch""";

    static final String ABANDONED = """
            UPDATE generation SET epoch = epoch + 1, leased_by = :node, lease_until = now() + :lease * interval '1 millisecond'
            WHERE id = ANY(ARRAY(
              SELECT id FROM generation WHERE state = 'SUBMITTING' AND lease_until < now()
              ORDER BY lease_until LIMIT :free FOR UPDATE SKIP LOCKED))
            RETURNING id, epoch""";

    @Inject
    EntityManager entities;
    @Inject
    Leases leases;
    @Inject
    Lanes lanes;
    @Inject
    Breaker breaker;
    @Inject
    GenerationConfig config;
    @Inject
    ProviderSpending budgets;
    @Inject
    BudgetAlarm alarm;
    @Inject
    Exchange exchange;
    @Inject
    java.time.Clock clock;

    /** What the provider is handed next: nothing while it has trouble, and no more than it may be handed now. */
    List<Claim> toSubmit(VideoProvider provider) {
        AtomicBoolean stopped = new AtomicBoolean();
        List<Claim> claims = leases.take(QuarkusTransaction.requiringNew().call(() -> {
            // Two nodes counting at once would both see room for the last job, and money for it.
            entities.createNativeQuery("SELECT pg_advisory_xact_lock(hashtext('inbetween.dispatch'), hashtext(:provider))")
                    .setParameter("provider", provider.name()).getSingleResult();
            int room = room(provider);
            List<Claim> taken = room < 1 ? List.of() : next(provider, room, stopped);
            lanes.take(provider, Lane.SUBMIT, taken.size());
            return taken;
        }));
        if (stopped.get()) {
            alarm.sound(provider.name());
        }
        return claims;
    }

    List<Claim> due(State state) {
        return leases.take(QuarkusTransaction.requiringNew().call(() -> Leases.claims(
                claim(DUE_IN_STATE).setParameter("state", state.name()).setParameter("now", clock.instant()))));
    }

    /** Submissions whose node has stopped beating. */
    List<Claim> abandoned() {
        return leases.take(QuarkusTransaction.requiringNew().call(() -> Leases.claims(claim(ABANDONED))));
    }

    private int room(VideoProvider provider) {
        return breaker.isOpen(provider.name()) ? 0
                : Math.min(provider.room(), lanes.room(List.of(provider), Lane.SUBMIT).get(provider.name()));
    }

    private List<Claim> next(VideoProvider provider, int room, AtomicBoolean stopped) {
        Optional<Money> money = budgets.left(provider.name());
        return money.isEmpty() ? Leases.claims(next(claim(TO_SUBMIT), provider, room))
                : affordable(next(entities.createNativeQuery(WITH_COSTS).setParameter("free", leases.free()), provider, room),
                        money.get().micros(), stopped);
    }

    private Query next(Query query, VideoProvider provider, int room) {
        return query.setParameter("provider", provider.name()).setParameter("cap", provider.maxConcurrent())
                .setParameter("room", room).setParameter("perUser", config.maxConcurrentPerUser())
                .setParameter("now", clock.instant());
    }

    /** One after the other, as long as there is money for it; what is too dear is passed over. */
    @SuppressWarnings("unchecked")
    private List<Claim> affordable(Query query, long money, AtomicBoolean stopped) {
        List<UUID> taken = new ArrayList<>();
        long left = money;
        for (Object[] row : (List<Object[]>) query.getResultList()) {
            long cost = row[1] == null ? 0
                    : exchange.toDollars(new Money(((Number) row[1]).longValue(), (String) row[2])).micros();
            if (cost > 0 && cost > left) {
                stopped.set(true);
            } else {
                taken.add((UUID) row[0]);
                left -= cost;
            }
        }
        return taken.isEmpty() ? List.of()
                : Leases.claims(leases.claim(THESE).setParameter("now", clock.instant()).setParameter("ids",
                        taken.toArray(UUID[]::new)));
    }

    private Query claim(String sql) {
        return leases.claim(sql).setParameter("free", leases.free());
    }
}
