package app.inbetween.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** A person's account right after a movement, which is number {@code seq} in it. */
record CreditAccount(UUID user, long seq, Balance balance) {

    static CreditAccount read(ResultSet row) throws SQLException {
        return new CreditAccount(row.getObject("user_id", UUID.class), row.getLong("seq"), Balance.read(row));
    }
}
