package app.inbetween.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A person, known by the issuer of the sign-in and the subject it names; names and addresses may change. */
@Entity
@Table(name = "app_user")
// A sign-in that takes over a new name must not undo a deactivation it has not seen.
@DynamicUpdate
public class User extends PanacheEntityBase {

    @Id
    public UUID id;
    public String issuer;
    public String subject;
    public String name;
    public String email;
    public Instant createdAt;
    /** Since when the person may not use Inbetween; null while they may. */
    public Instant deactivatedAt;
    /** As the last sign-in said, sorted. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<String> roles;
    /** As the last sign-in said, sorted. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<String> groups;

    protected User() {
    }

    User(UUID id, Account account, Instant createdAt) {
        this.id = id;
        this.issuer = account.issuer();
        this.subject = account.subject();
        this.createdAt = createdAt;
        describe(account);
    }

    static Optional<User> of(Account account) {
        return find("issuer = ?1 and subject = ?2", account.issuer(), account.subject()).firstResultOptional();
    }

    /** Takes over what the sign-in says about the person now. */
    void describe(Account account) {
        this.name = account.name();
        this.email = account.email().orElse(null);
        this.roles = account.roles();
        this.groups = account.groups();
    }

    boolean isDescribedBy(Account account) {
        return name.equals(account.name()) && account.email().equals(Optional.ofNullable(email))
                && roles.equals(account.roles()) && groups.equals(account.groups());
    }

    public boolean isActive() {
        return deactivatedAt == null;
    }

    /** @return whether the person was active until now */
    public boolean deactivate(Instant now) {
        boolean was = isActive();
        deactivatedAt = was ? now : deactivatedAt;
        return was;
    }

    /** @return whether the person was deactivated until now */
    public boolean activate() {
        boolean was = !isActive();
        deactivatedAt = null;
        return was;
    }
}
